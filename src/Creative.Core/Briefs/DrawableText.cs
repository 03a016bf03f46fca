using Creative.Core.Brands;
using Creative.Core.Imaging;
using Creative.Core.Unicode;

namespace Creative.Core.Briefs;

/// <summary>Whether words can be drawn at all.</summary>
internal static class DrawableText
{
    /// <summary>What neither the brand's fonts nor any other font can draw, each character once.</summary>
    private static IEnumerable<string> Missing(string text, Brand brand, IFontCatalog fonts)
    {
        IReadOnlyList<string> missing = [string.Concat(text.Where(character => !char.IsControl(character)))];
        foreach (var family in brand.Fonts.Values.Select(face => face.Family).Concat(fonts.Families).Distinct())
        {
            missing = fonts.MissingGlyphs(string.Concat(missing), family);
            if (missing.Count == 0)
            {
                break;
            }
        }

        return missing;
    }

    /// <summary>Why a text cannot be drawn: one sentence for each script that has no glyphs, naming it and its characters.</summary>
    public static IEnumerable<string> Refusals(string text, Brand brand, IFontCatalog fonts) =>
        from character in Missing(text, brand, fonts)
        group $"'{character}' ({CodePoints(character)})" by ScriptNames.Of(character.EnumerateRunes().First()) into script
        select $"no installed font can draw {(script.Key is null ? "" : script.Key + ": ")}{string.Join(", ", script)}";

    private static string CodePoints(string character) =>
        string.Join(' ', character.EnumerateRunes().Select(rune => $"U+{rune.Value:X4}"));
}
