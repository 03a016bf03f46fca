namespace Creative.Core.Imaging;

/// <summary>One face of a font: its family, and its weight from 100 (thin) to 900 (black).</summary>
public readonly record struct FontFace(string Family, int Weight);

/// <summary>
/// Extent of one line of text set at a size of 1 em, in em. The ink is relative to the pen at the start of the
/// baseline, y downwards (so <paramref name="InkTop"/> is negative for letters that stand on the line).
/// </summary>
/// <param name="Advance">How far the pen moves: the width that follows-on text needs.</param>
/// <param name="InkLeft">Left edge of what is painted.</param>
/// <param name="InkTop">Top edge of what is painted.</param>
/// <param name="InkRight">Right edge of what is painted.</param>
/// <param name="InkBottom">Bottom edge of what is painted.</param>
public readonly record struct TextExtent(double Advance, double InkLeft, double InkTop, double InkRight, double InkBottom);

/// <summary>The fonts that are installed with the service, and how wide text is in them.</summary>
public interface IFontCatalog
{
    /// <summary>Family names that may be used, in ordinal order.</summary>
    IReadOnlyList<string> Families { get; }

    /// <summary>Sets one line, without breaks, in one face. The same shaping as when it is drawn.</summary>
    /// <exception cref="ArgumentException">The family is not in <see cref="Families"/>.</exception>
    TextExtent Measure(string text, FontFace face);

    /// <summary>The characters (as text elements) of <paramref name="text"/> that the family cannot draw, each once.</summary>
    IReadOnlyList<string> MissingGlyphs(string text, string family);
}
