namespace Creative.Core.Layouts.Metrics;

/// <summary>
/// Alignment and overlap of the LayoutGAN family (attribute-conditioned LayoutGAN, LayoutGAN++, NDN; LayoutDM's metric.py).
/// Natural logarithm; RALF prints the same with log10. Lower is better.
/// </summary>
public static class LayoutGanMetrics
{
    /// <summary>Slots of the published models: layouts with fewer elements are padded with zeros up to it.</summary>
    public const int PublishedSlots = 25;

    private const int Horizontal = 3;

    /// <summary>
    /// −ln(1 − d) for each element, d its smallest distance to any other in any of the six coordinates; 0 where d is
    /// exactly 1 or nothing else is there. The sum is attribute-conditioned LayoutGAN's alignment, the mean LayoutGAN++'s.
    /// Published: the zeros that pad a layout up to 25 count as one more element at the origin.
    /// </summary>
    public static double[] Alignment(MeasuredLayout layout, MetricMode mode) =>
        [.. Nearest(layout, mode == MetricMode.Published ? PublishedSlots - layout.Elements.Length : 0).Select(d => d >= 1 ? 0 : -Math.Log(1 - d))];

    /// <summary>NDN's alignment: Σ over elements of the smallest distance in left edge, centre or right edge.</summary>
    public static double HorizontalAlignment(MeasuredLayout layout) =>
        layout.Elements.Length < 2 ? 0 : Nearest(layout, 0, Horizontal).Sum();

    /// <summary>Σ over ordered pairs of the share of the first that the second covers (attribute-conditioned LayoutGAN); LayoutGAN++ divides by the elements.</summary>
    public static double CoveredShares(MeasuredLayout layout) =>
        BoxMeasures.Pairs([.. layout.Boxes]).Sum(p => BoxMeasures.ShareWithin(p.A, p.B) + BoxMeasures.ShareWithin(p.B, p.A));

    /// <summary>Σ over pairs of the shared area as a share of the canvas (LayoutGAN).</summary>
    public static double SharedArea(MeasuredLayout layout) =>
        BoxMeasures.Pairs([.. layout.Boxes]).Sum(p => p.A.Intersect(p.B).Area) / layout.Canvas.Pixels;

    /// <summary>Smallest distance of each element to another in one of its first coordinates; 1 where there is no other.</summary>
    internal static double[] Nearest(MeasuredLayout layout, int padding, int coordinates = 6)
    {
        var elements = layout.Boxes.Select(b => BoxMeasures.Coordinates(b, layout.Canvas)).ToList();
        if (padding > 0)
        {
            elements.Add(new double[6]);
        }

        return [.. Enumerable.Range(0, layout.Elements.Length).Select(i => Enumerable.Range(0, elements.Count)
            .Where(j => j != i)
            .Select(j => Enumerable.Range(0, coordinates).Min(k => Math.Abs(elements[i][k] - elements[j][k])))
            .DefaultIfEmpty(1).Min())];
    }
}
