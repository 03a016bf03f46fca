using System.Collections.Immutable;
using System.Numerics;
using Creative.Core.Scenes;
using Creative.Engine.Imaging.Fonts;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>
/// Fills plain text from its glyphs' outlines. A librsvg call and its Pango layout cost 0.3 to 1 ms a text, more than a
/// small banner's JPEG; this costs a tenth. Text that needs shaping or has a stroke stays with librsvg: where the sum of
/// the glyphs' own advances is not what Pango measures, something (kerning, a ligature, another font) is at work.
/// </summary>
internal static class TextFill
{
    /// <summary>In em a character; what the meter resolves, and a little.</summary>
    private const double Exact = 0.0006;

    internal static bool CanDraw(TextNode text) => text.Runs.All(IsPlain);

    internal static void Draw(Canvas canvas, TextNode text)
    {
        foreach (var run in text.Runs)
        {
            PathFill.Draw(canvas, Outline(run), run.Fill, text.Opacity, Matrix3x2.Identity);
        }
    }

    private static bool IsPlain(TextRun run)
    {
        if (run.Stroke is not null || GlyphFont.Find(run.Face) is not { } font)
        {
            return false;
        }

        double advance = 0;
        var count = 0;
        foreach (var rune in run.Text.EnumerateRunes())
        {
            if (font.Find(rune.Value) is not { } glyph)
            {
                return false;
            }

            advance += glyph.Advance;
            count++;
        }

        return Math.Abs(advance - TextMeter.Shared.Measure(run.Text, run.Face).Advance) <= Exact * (count + 1);
    }

    private static PathData Outline(TextRun run)
    {
        var font = GlyphFont.Find(run.Face)!;
        var outline = ImmutableArray.CreateBuilder<Subpath>();
        var pen = run.X;
        foreach (var rune in run.Text.EnumerateRunes())
        {
            var glyph = font.Find(rune.Value)!;
            foreach (var subpath in glyph.Outline)
            {
                outline.Add(Moved(subpath, run.Size, pen, run.Baseline));
            }

            pen += (glyph.Advance * run.Size) + run.LetterSpacing;
        }

        return new PathData(outline.ToImmutable());
    }

    private static Subpath Moved(Subpath subpath, double size, double x, double y)
    {
        var curves = ImmutableArray.CreateBuilder<PathPoint>(subpath.Curves.Length);
        foreach (var point in subpath.Curves)
        {
            curves.Add(new PathPoint(x + (point.X * size), y + (point.Y * size)));
        }

        return new Subpath(new PathPoint(x + (subpath.Start.X * size), y + (subpath.Start.Y * size)), curves.MoveToImmutable(), true);
    }
}
