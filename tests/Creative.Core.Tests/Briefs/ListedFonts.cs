using Creative.Core.Imaging;

namespace Creative.Core.Tests.Briefs;

/// <summary>Two fonts of known coverage: "Latin" has printable ASCII, "Han" the common Chinese characters and punctuation.</summary>
internal sealed class ListedFonts : IFontCatalog
{
    public IReadOnlyList<string> Families { get; } = ["Han", "Latin"];

    public TextExtent Measure(string text, FontFace face) => new(text.Length, 0, -0.8, text.Length, 0.2);

    public IReadOnlyList<string> MissingGlyphs(string text, string family) =>
    [
        .. text.EnumerateRunes().Select(rune => rune.ToString()).Distinct().Where(character => family switch
        {
            "Latin" => character[0] is < ' ' or > '~',
            "Han" => !(character[0] is (>= '\u4E00' and <= '\u9FA5') or (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF') or '¥' or '–'),
            _ => throw new ArgumentException($"There is no family '{family}'.", nameof(family)),
        }),
    ];
}
