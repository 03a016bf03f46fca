using System.Globalization;
using Creative.Contract.V1;

namespace Creative.Cli.Delivery.Export;

/// <summary>One font of an archive.</summary>
/// <param name="File">Path in the archive, with forward slashes.</param>
/// <param name="Licence">Path of the licence that it comes under.</param>
/// <param name="Weight">100 to 900.</param>
internal sealed record ExportedFont(string File, string Licence, string Family, int Weight, long Bytes)
{
    public static ExportedFont Of(Font font)
    {
        var family = Slug.Of(font.Family, "font");
        return new ExportedFont(
            string.Create(CultureInfo.InvariantCulture, $"fonts/{family}-{font.Weight}.ttf"), $"fonts/{family}-licence.txt", font.Family, font.Weight, font.ByteSize);
    }
}
