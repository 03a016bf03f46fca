namespace Creative.Core.Layouts.Metrics;

/// <summary>The metrics of CGL-GAN as RADM ships them (Li et al., CIKM 2023, metrics.py) that need boxes alone.</summary>
public static class CglMetrics
{
    private const double Epsilon = 1e-6;

    /// <summary>R_ove: mean over all ordered pairs of what is no underlay, in all layouts, of the share of the first within the second; lower is better.</summary>
    public static double Overlap(IReadOnlyList<MeasuredLayout> layouts) => layouts
        .SelectMany(l => BoxMeasures.Pairs(l.Others).SelectMany(p => new[] { BoxMeasures.ShareWithin(p.A, p.B), BoxMeasures.ShareWithin(p.B, p.A) }))
        .DefaultIfEmpty(0).Average();

    /// <summary>R_und: mean over all underlays of the largest share of another element within it; higher is better.</summary>
    public static double Underlay(IReadOnlyList<MeasuredLayout> layouts) => layouts
        .SelectMany(l => l.Underlays.Select(u => l.Others.Select(o => BoxMeasures.ShareWithin(o, u)).DefaultIfEmpty(0).Max()))
        .DefaultIfEmpty(0).Average();

    /// <summary>
    /// R_ali: mean over layouts of the mean over elements of min(−ln(1 − dx + ε), −ln(1 − dy + ε)), dx and dy the smallest
    /// distances to another element as shares of width and height, ε = 1e-6; lower is better.
    /// </summary>
    public static double Alignment(IReadOnlyList<MeasuredLayout> layouts) => layouts
        .Where(l => l.Elements.Length > 1)
        .Select(l => LayoutGanMetrics.Nearest(l, 0).Average(d => -Math.Log(1 - d + Epsilon)))
        .DefaultIfEmpty(0).Average();
}
