using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>
/// Scores a repaired layout by what a designer looks at first. Weights are house taste, tuned on contact sheets; each
/// term is 0 to 1 and higher is better.
/// </summary>
public static class LayoutRanker
{
    private const int Cells = 24;

    // Headline size over the root of the area, at which a headline is as present as it need be.
    private const double FullPresence = 0.11;

    // Share of the canvas under words and hero, at which it looks full; the rest is air that a picture needs.
    private const double FullCoverage = 0.62;

    public static double Score(RepairedLayout layout, LayoutContent content)
    {
        var canvas = layout.Canvas;
        var headline = layout.Texts[LayoutRole.Headline];
        var presence = Math.Min(1, headline.Size / (FullPresence * Math.Sqrt(canvas.Pixels)));
        var lines = headline.Setting.Lines.Length == 1 ? 1 : 0.96;
        var hero = !content.HasHero ? 1 : layout.Boxes.TryGetValue(LayoutRole.Hero, out var box)
            ? Math.Min(1, Math.Min(box.Width, box.Height) / (0.62 * canvas.ShortSide)) : 0;
        var complete = 1 - ((double)layout.Dropped.Length / Math.Max(1, content.Texts.Count));
        return (0.34 * presence * lines) + (0.24 * hero) + (0.2 * complete) + (0.17 * Math.Min(1, Coverage(layout) / FullCoverage)) + (0.05 * Closing(layout));
    }

    // Where words stand above and below a hero, the button ends the path of the eye.
    private static double Closing(RepairedLayout layout) =>
        layout.Boxes.TryGetValue(LayoutRole.CallToAction, out var button) && layout.Boxes.TryGetValue(LayoutRole.Hero, out var hero) && button.X < hero.Right && button.Right > hero.X && button.Y < hero.Y
            ? 0 : 1;

    /// <summary>Share of the canvas that is under words, logo or the visible part of the hero, each with the air that belongs to it.</summary>
    internal static double Coverage(RepairedLayout layout)
    {
        var canvas = layout.Canvas;
        var air = 0.035 * Math.Sqrt(canvas.Pixels);
        Box[] used = [.. layout.Boxes.Select(b => (b.Key == LayoutRole.Hero ? Visible(b.Value.Intersect(canvas.Bounds)) : b.Value).Grow(air))];
        var covered = 0;
        for (var row = 0; row < Cells; row++)
        {
            for (var column = 0; column < Cells; column++)
            {
                var (x, y) = ((column + 0.5) * canvas.Width / Cells, (row + 0.5) * canvas.Height / Cells);
                covered += used.Any(b => x >= b.X && x < b.Right && y >= b.Y && y < b.Bottom) ? 1 : 0;
            }
        }

        return (double)covered / (Cells * Cells);
    }

    // Elements are about as wide as high; what stands around the main one reaches a little further.
    private static Box Visible(Box hero)
    {
        var side = 1.25 * Math.Min(hero.Width, hero.Height);
        var (width, height) = (Math.Min(side, hero.Width), Math.Min(side, hero.Height));
        return new Box(hero.CenterX - (width / 2), hero.CenterY - (height / 2), width, height);
    }
}
