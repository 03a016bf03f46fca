using Creative.Core.Imaging;
using Creative.Core.Placements;

namespace Creative.Core.Layouts;

/// <summary>Fills the zone between logo and small print of a vertical layout: words above the hero, hero, words below.</summary>
internal static class VerticalFill
{
    // Wider than this, height is what a canvas lacks: the button stands beside the benefit, and the headline gets its line.
    private const double RowRatio = 0.7;

    // How large a headline in columns has to be, over one on lines that stay whole, and one on lines that are broken.
    private const double ColumnsForWhole = 1.35;
    private const double ColumnsForBroken = 0.75;

    // Headline size over the root of the area for which the hero gives way.
    private const double WantedHeadline = 0.088;

    // How far the hero gives way for that; further only where words would not fit at all.
    private const double LeastWish = 0.85;

    /// <summary>What was placed.</summary>
    public readonly record struct Filled(Dictionary<LayoutRole, PlacedText> Texts, Box? Hero);

    /// <summary>The headline on lines or in columns, whichever suits; null when not everything fits.</summary>
    public static Filled? Fill(Layout proposal, LayoutContent content, Box zone, double margin) => Choose(
        OnLines(proposal, content, zone, margin), InColumns(proposal, content, zone, margin), content.Texts[LayoutRole.Headline].Settings[0].Lines.Length);

    // Columns are for a narrow canvas: where lines would have to be broken, or where they let a headline be much larger.
    private static Filled? Choose(Filled? lines, Filled? columns, int ownLines)
    {
        if (columns is not { } c || lines is not { } l)
        {
            return columns ?? lines;
        }

        var (horizontal, vertical) = (l.Texts[LayoutRole.Headline], c.Texts[LayoutRole.Headline]);
        return vertical.Size >= (horizontal.Setting.Lines.Length > ownLines ? ColumnsForBroken : ColumnsForWhole) * horizontal.Size ? columns : lines;
    }

    private static Filled? InColumns(Layout proposal, LayoutContent content, Box zone, double margin) =>
        content.Texts[LayoutRole.Headline] is { Vertical: { } setting } headline
            ? OnLines(proposal, content with { Texts = content.Texts.SetItem(LayoutRole.Headline, headline with { Settings = [setting] }) }, zone, margin)
            : null;

    private static Filled? OnLines(Layout proposal, LayoutContent content, Box zone, double margin)
    {
        var canvas = content.Canvas;
        var heroY = proposal.Boxes.TryGetValue(LayoutRole.Hero, out var wantedHero) ? wantedHero.CenterY : 0;
        var (above, below) = ReadingOrder.Split(proposal, content, heroY);
        var (behind, inRows) = (proposal.Composition == CompositionFamily.HeroBehind, canvas.Ratio > RowRatio);
        var share = !content.HasHero ? 0
            : Math.Clamp(wantedHero.Height / zone.Height, inRows ? 0.48 : 0.38, behind || inRows ? 0.58 : 0.48);
        var widest = zone.Width * (canvas.Ratio > 0.85 ? 0.86 : 0.96);
        var high = Math.Min(RatioFamilies.Of(canvas) == RatioFamily.Tower ? 0.34 * canvas.ShortSide : 0.2 * canvas.ShortSide, 0.34 * zone.Height);
        var low = content.Texts[LayoutRole.Headline].MinSize;
        high = Math.Max(low, high);
        var wanted = Math.Min(high, WantedHeadline * Math.Sqrt(canvas.Pixels));
        foreach (var relax in (double[])[1, 0.92, LeastWish, 0.6])
        {
            var heroHeight = share * relax * zone.Height;
            var gaps = (content.HasHero ? 0.5 * margin : 0) + (below.Count > 0 ? 0.5 * margin : 0);
            bool Fits(double size) =>
                ColumnPacker.At(above, size, widest, inRows) is { } a && ColumnPacker.At(below, size, widest, inRows) is { } b
                && a.Height + b.Height + heroHeight + gaps <= zone.Height;
            if (ColumnPacker.Largest(low, high, Fits) is not { } headline || (headline < wanted && relax > LeastWish))
            {
                continue;
            }

            var upper = ColumnPacker.At(above, headline, widest, inRows)!;
            var lower = ColumnPacker.At(below, headline, widest, inRows)!;
            var texts = new Dictionary<LayoutRole, PlacedText>();
            if (!content.HasHero)
            {
                var slack = zone.Height - upper.Height - lower.Height - gaps;
                upper.PutCentred(texts, zone.CenterX, zone.Y + (0.42 * slack));
                lower.PutCentred(texts, zone.CenterX, zone.Y + (0.42 * slack) + upper.Height + gaps);
                return new Filled(texts, null);
            }

            // What is left over goes to the hero, but not without end: very tall canvases keep the group together.
            var free = zone.Height - upper.Height - lower.Height - gaps;
            var enough = Math.Min(free, 1.15 * canvas.Width);
            var heroSide = enough + (0.5 * (free - enough));
            var start = zone.Y + (0.35 * (free - heroSide));
            upper.PutCentred(texts, zone.CenterX, start);
            var hero = new Box(0, start + upper.Height + (above.Count > 0 ? 0.5 * margin : 0), canvas.Width, heroSide);
            lower.PutCentred(texts, zone.CenterX, hero.Bottom + (0.5 * margin));
            return new Filled(texts, hero);
        }

        return null;
    }
}
