using Creative.Core.Imaging;

namespace Creative.Core.Layouts.Metrics;

/// <summary>How alike two layouts of the same elements are, 0 to 1. Elements are matched within their class, as well as can be.</summary>
public static class LayoutLikeness
{
    private const int MostDifferent = 3;

    /// <summary>Maximum IoU (LayoutGAN++): mean IoU of the best matching; null when the layouts hold different elements.</summary>
    public static double? MaximumIou(MeasuredLayout a, MeasuredLayout b)
    {
        if (!a.Elements.Select(e => e.Class).Order().SequenceEqual(b.Elements.Select(e => e.Class).Order()))
        {
            return null;
        }

        var total = 0.0;
        foreach (var kind in a.Elements.Select(e => e.Class).Distinct())
        {
            Box[] first = [.. a.Elements.Where(e => e.Class == kind).Select(e => e.Box)];
            Box[] second = [.. b.Elements.Where(e => e.Class == kind).Select(e => e.Box)];
            total += Assignment.Best(first.Length, second.Length, (i, j) => BoxMeasures.Iou(first[i], second[j])).Sum(m => m.Weight);
        }

        return a.Elements.IsEmpty ? null : total / a.Elements.Length;
    }

    /// <summary>
    /// DocSim (READ, Patil et al. 2020): mean weight √min(area) · 2^(−distance − 2·(|Δw| + |Δh|)) of the best matching, in shares
    /// of the canvas; 0 when the counts differ by three or more.
    /// </summary>
    public static double DocSim(MeasuredLayout a, MeasuredLayout b)
    {
        if (Math.Abs(a.Elements.Length - b.Elements.Length) >= MostDifferent || a.Elements.IsEmpty || b.Elements.IsEmpty)
        {
            return 0;
        }

        return Assignment.Best(a.Elements.Length, b.Elements.Length, (i, j) =>
            a.Elements[i].Class == b.Elements[j].Class ? Weight(Share(a, i), Share(b, j)) : 0).Average(m => m.Weight);
    }

    private static Box Share(MeasuredLayout layout, int i)
    {
        var (box, canvas) = (layout.Elements[i].Box, layout.Canvas);
        return new Box(box.X / canvas.Width, box.Y / canvas.Height, box.Width / canvas.Width, box.Height / canvas.Height);
    }

    private static double Weight(Box a, Box b)
    {
        var distance = double.Hypot(a.CenterX - b.CenterX, a.CenterY - b.CenterY);
        return Math.Sqrt(Math.Min(a.Area, b.Area)) * Math.Pow(2, -distance - (2 * (Math.Abs(a.Width - b.Width) + Math.Abs(a.Height - b.Height))));
    }
}
