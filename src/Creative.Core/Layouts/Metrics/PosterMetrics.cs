using Creative.Core.Imaging;

namespace Creative.Core.Layouts.Metrics;

/// <summary>
/// The metrics of PKU PosterLayout (Hsu et al., CVPR 2023, eval.py) that need boxes alone. Corrected forms follow RALF
/// (Horita et al., CVPR 2024). Call <see cref="WithoutInvalid"/> first: the script measures what it leaves.
/// </summary>
public static class PosterMetrics
{
    private const double SmallestShare = 0.001;

    // What float32 leaves of a share of exactly 1.
    private const double Whole = 1 - (1.0 / (1 << 23));

    /// <summary>Share of the elements of all layouts that, clipped to their canvas, cover at least 0.1 % of it; higher is better.</summary>
    public static double Validity(IReadOnlyList<MeasuredLayout> layouts) =>
        (double)layouts.Sum(l => WithoutInvalid(l).Elements.Length) / layouts.Sum(l => l.Elements.Length);

    /// <summary>The layout without elements that cover less than 0.1 % of the canvas.</summary>
    public static MeasuredLayout WithoutInvalid(MeasuredLayout layout) => layout with
    {
        Elements = [.. layout.Elements.Where(e => e.Box.Intersect(layout.Canvas.Bounds).Area >= SmallestShare * layout.Canvas.Pixels)],
    };

    /// <summary>
    /// Overlap of what is no underlay; lower is better, 0 is best. Published: Σ IoU over pairs, divided by the number of
    /// elements. Corrected: mean IoU of the pairs; layouts with fewer than two elements do not count.
    /// </summary>
    public static double Overlay(IReadOnlyList<MeasuredLayout> layouts, MetricMode mode) => mode == MetricMode.Published
        ? layouts.Average(l => l.Others.Length == 0 ? 0 : BoxMeasures.Pairs(l.Others).Sum(p => BoxMeasures.Iou(p.A, p.B)) / l.Others.Length)
        : layouts.Where(l => l.Others.Length > 1).Select(l => BoxMeasures.Pairs(l.Others).Average(p => BoxMeasures.Iou(p.A, p.B))).DefaultIfEmpty(0).Average();

    /// <summary>
    /// Distance from common edges and axes; lower is better. With g(d) = −log10(1 − d): published is n · min over the six
    /// coordinates of g of the smallest distance of any pair, so that one aligned pair makes the whole layout 0.
    /// Corrected is Σ over elements of g of their own smallest distance.
    /// </summary>
    public static double NonAlignment(IReadOnlyList<MeasuredLayout> layouts, MetricMode mode) => layouts.Average(layout =>
    {
        var nearest = LayoutGanMetrics.Nearest(layout, 0);
        return nearest.Length < 2 ? 0
            : mode == MetricMode.Published ? nearest.Length * G(nearest.Min())
            : nearest.Sum(G);
    });

    /// <summary>Mean over layouts with underlays of the mean over those of the largest share of another element within it; higher is better.</summary>
    public static double UnderlayLoose(IReadOnlyList<MeasuredLayout> layouts) => OverUnderlays(layouts, (underlay, others) =>
        others.Max(o => BoxMeasures.ShareWithin(o, underlay)));

    /// <summary>
    /// As <see cref="UnderlayLoose"/>, counting underlays that hold another element whole. Published: the right edge is
    /// never looked at (the script compares a value with itself).
    /// </summary>
    public static double UnderlayStrict(IReadOnlyList<MeasuredLayout> layouts, MetricMode mode) => OverUnderlays(layouts, (underlay, others) =>
        others.Any(o => mode == MetricMode.Published
            ? o.X >= underlay.X && o.Y >= underlay.Y && o.Bottom <= underlay.Bottom
            : BoxMeasures.ShareWithin(o, underlay) >= Whole) ? 1 : 0);

    private static double OverUnderlays(IReadOnlyList<MeasuredLayout> layouts, Func<Box, Box[], double> of) =>
        layouts.Where(l => l.Underlays.Length > 0)
            .Select(l => l.Others.Length == 0 ? 0 : l.Underlays.Average(u => of(u, l.Others)))
            .DefaultIfEmpty(0).Average();

    private static double G(double distance) => -Math.Log10(1 - distance);
}
