using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Creative.Core.Datasets.Material;

namespace Creative.Core.Datasets.Export.Files;

/// <summary>
/// Names of an image's files: hexadecimal digits only. A dot would end the key of a WebDataset sample, and kohya's scripts look
/// for other captions where a name has several underscores.
/// </summary>
internal static class ExportNames
{
    private const int Digits = 32;
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>The item's id where it is such a name, else a hash of it.</summary>
    public static string Stem(DatasetRow row)
    {
        var id = row.Item.Id;
        return id.Length is >= 16 and <= 64 && !id.AsSpan().ContainsAnyExcept(Hexadecimal)
            ? id
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..Digits];
    }

    /// <summary>Such as "9f/9f3c….png": no folder gets too long to list.</summary>
    public static string Sharded(DatasetRow row) => Stem(row) is var stem ? $"{stem[..2]}/{stem}.png" : "";

    /// <summary>Such as "9f/9f3c….mask.png", beside its image.</summary>
    public static string Mask(DatasetRow row) => Path.ChangeExtension(Sharded(row), ".mask.png");
}
