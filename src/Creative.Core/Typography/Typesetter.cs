using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Typography;

/// <summary>Breaks a text into lines and measures them, independent of the size it will be drawn at.</summary>
public sealed class Typesetter(IFontCatalog fonts)
{
    // Of a sign such as ¥ or % beside its digits.
    private const double UnitScale = 0.66;

    /// <summary>
    /// The settings of <paramref name="text"/> in 1, 2, … lines as far as its style allows, fewest lines first.
    /// Explicit line breaks are kept, unless only one line is allowed, or joined: then they become spaces.
    /// </summary>
    /// <param name="text">Not empty.</param>
    /// <param name="style">How it is set.</param>
    /// <param name="keepWhole">Words that are never broken.</param>
    public ImmutableArray<TextSetting> Set(string text, TextStyle style, IReadOnlyCollection<string> keepWhole)
    {
        var paragraphs = style.MaxLines == 1 ? [text.Replace('\n', ' ')] : text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var perParagraph = paragraphs.Select(p => BreakParagraph(p, style, keepWhole)).ToArray();
        var settings = ImmutableArray.CreateBuilder<TextSetting>();
        if (style.MayJoin && paragraphs.Length > 1)
        {
            settings.Add(Assemble([Line(string.Join(' ', paragraphs), style)], style));
        }

        var most = Math.Max(style.MaxLines, paragraphs.Length);
        for (var extra = 0; paragraphs.Length + extra <= most; extra++)
        {
            // Extra lines go to the widest paragraph, one at a time.
            var counts = new int[paragraphs.Length];
            for (var i = 0; i < extra; i++)
            {
                var widest = Enumerable.Range(0, counts.Length)
                    .Where(p => counts[p] + 1 < perParagraph[p].Length)
                    .OrderByDescending(p => perParagraph[p][counts[p]].Max(l => l.Width))
                    .Cast<int?>().FirstOrDefault();
                if (widest is not { } chosen)
                {
                    return settings.ToImmutable();
                }

                counts[chosen]++;
            }

            settings.Add(Assemble([.. perParagraph.SelectMany((p, i) => p[counts[i]])], style));
        }

        return settings.ToImmutable();
    }

    private static TextSetting Assemble(ImmutableArray<SetLine> lines, TextStyle style)
    {
        var height = -lines[0].InkTop + ((lines.Length - 1) * style.LineHeight) + lines[^1].InkBottom;
        return new TextSetting(lines, lines.Max(l => l.Width), height, style.LineHeight, style.Tracking);
    }

    private ImmutableArray<ImmutableArray<SetLine>> BreakParagraph(string paragraph, TextStyle style, IReadOnlyCollection<string> keepWhole)
    {
        var pieces = LineBreaker.Pieces(paragraph, keepWhole);
        var widths = pieces.Select(p => fonts.Measure(p, style.Face).Advance + (p.Length * style.Tracking)).ToArray();
        return [.. LineBalance.Balanced(pieces, widths, style.MaxLines).Select(lines => lines.Select(l => Line(l, style)).ToImmutableArray())];
    }

    private SetLine Line(string text, TextStyle style)
    {
        var segments = ImmutableArray.CreateBuilder<SetSegment>();
        double pen = 0, left = double.NaN, right = 0, top = 0, bottom = 0;
        foreach (var (part, kind, gap, trend) in LineParts.Of(text, style.NumberScale > 1))
        {
            var face = kind == PartKind.Text ? style.Face : style.NumberFace;
            var scale = kind switch
            {
                PartKind.Digits => style.NumberScale,
                PartKind.Unit => style.NumberScale * UnitScale,
                _ => 1,
            };
            var extent = fonts.Measure(part, face);
            pen += gap;
            if (double.IsNaN(left))
            {
                left = extent.InkLeft * scale;
            }

            segments.Add(new SetSegment(part, face, scale, pen, kind != PartKind.Text, trend));
            right = pen + (extent.InkRight * scale) + ((part.Length - 1) * style.Tracking);
            pen += (extent.Advance * scale) + (part.Length * style.Tracking);
            top = Math.Min(top, extent.InkTop * scale);
            bottom = Math.Max(bottom, extent.InkBottom * scale);
        }

        // Pens are moved so that the line's ink starts at 0: edges of a column align by what is seen.
        return new SetLine([.. segments.Select(s => s with { X = s.X - left })], right - left, top, bottom);
    }
}
