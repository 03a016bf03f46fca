using System.Collections.Frozen;
using System.Globalization;
using Creative.Core.Imaging;
using Creative.Engine.Imaging.Native;

namespace Creative.Engine.Imaging.Fonts;

/// <summary>The fonts that lie next to the program. Reads which characters they have; asks librsvg how wide text is.</summary>
public sealed class FontCatalog : IFontCatalog
{
    private readonly FrozenDictionary<string, FontFile> _families;

    public FontCatalog()
    {
        if (!Directory.Exists(FontConfiguration.Folder))
        {
            throw new DirectoryNotFoundException($"{FontConfiguration.Folder} is missing: run ./creative build.");
        }

        // All weights of a family have the same characters: the first file answers for them.
        _families = Directory.EnumerateFiles(FontConfiguration.Folder, "*.ttf")
            .Order(StringComparer.Ordinal)
            .Select(FontFile.Open)
            .GroupBy(file => file.Family, StringComparer.Ordinal)
            .ToFrozenDictionary(family => family.Key, family => family.First(), StringComparer.Ordinal);
        Families = [.. _families.Keys.Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Families { get; }

    public TextExtent Measure(string text, FontFace face)
    {
        Require(face.Family);
        return TextMeter.Shared.Measure(text, face);
    }

    public IReadOnlyList<string> MissingGlyphs(string text, string family)
    {
        var characters = Require(family).Characters;
        var missing = new List<string>();
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (element.EnumerateRunes().Any(rune => IsDrawn(rune) && !characters.Contains(rune.Value)) && !missing.Contains(element))
            {
                missing.Add(element);
            }
        }

        return missing;
    }

    private static bool IsDrawn(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private FontFile Require(string family) =>
        _families.TryGetValue(family, out var file)
            ? file
            : throw new ArgumentException($"The font '{family}' is not installed; there are {string.Join(", ", Families)}.", nameof(family));
}
