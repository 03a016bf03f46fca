namespace Creative.Core.Layouts;

/// <summary>
/// Scores a repaired layout by what a designer looks at first. Weights are house taste, tuned on contact sheets; each
/// term is 0 to 1 and higher is better.
/// </summary>
public static class LayoutRanker
{
    public static double Score(RepairedLayout layout, LayoutContent content)
    {
        var canvas = layout.Canvas;
        var headline = layout.Texts[LayoutRole.Headline];
        var presence = Math.Min(1, headline.Size / (0.16 * canvas.ShortSide));
        var lines = headline.Setting.Lines.Length == 1 ? 1 : 0.94;
        var hero = !content.HasHero ? 1 : layout.Boxes.TryGetValue(LayoutRole.Hero, out var box)
            ? Math.Min(1, Math.Min(box.Width, box.Height) / (0.62 * canvas.ShortSide)) : 0;
        var complete = 1 - ((double)layout.Dropped.Length / Math.Max(1, content.Texts.Count));
        return (0.38 * presence * lines) + (0.26 * hero) + (0.22 * complete) + (0.14 * Fill(layout));
    }

    // Text that spreads over its half of the canvas reads as composed, not as left over.
    private static double Fill(RepairedLayout layout)
    {
        var text = layout.Texts.Where(t => t.Key is not (LayoutRole.AiLabel or LayoutRole.Disclaimer)).Select(t => t.Value.Box).ToArray();
        var around = text.Skip(1).Aggregate(text[0], (a, b) => a.Union(b));
        return Math.Min(1, around.Area / (0.32 * layout.Canvas.Pixels));
    }
}
