using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Layouts.Metrics;

/// <summary>Which of two readings of a metric is meant.</summary>
public enum MetricMode
{
    /// <summary>As the published script computes it, its slips included: for comparison with published numbers.</summary>
    Published,

    /// <summary>As its paper or a later implementation means it: for decisions.</summary>
    Corrected,
}

/// <summary>The classes of PKU PosterLayout. The values are its labels.</summary>
public enum ElementClass
{
    Text = 1,
    Logo = 2,

    /// <summary>A plate that text stands on.</summary>
    Underlay = 3,
}

/// <param name="Box">In the unit of the canvas.</param>
public readonly record struct LayoutElement(ElementClass Class, Box Box);

/// <summary>What the metrics look at.</summary>
/// <param name="Canvas">Pixels; 1×1 for boxes that are shares of the canvas.</param>
public sealed record MeasuredLayout(CanvasSize Canvas, ImmutableArray<LayoutElement> Elements)
{
    internal IEnumerable<Box> Boxes => Elements.Select(e => e.Box);

    internal Box[] Underlays => [.. Elements.Where(e => e.Class == ElementClass.Underlay).Select(e => e.Box)];

    internal Box[] Others => [.. Elements.Where(e => e.Class != ElementClass.Underlay).Select(e => e.Box)];
}

internal static class BoxMeasures
{
    /// <summary>Intersection over union, 0 to 1; 0 for two boxes without area.</summary>
    public static double Iou(Box a, Box b)
    {
        var shared = a.Intersect(b).Area;
        return shared == 0 ? 0 : shared / (a.Area + b.Area - shared);
    }

    /// <summary>Share of <paramref name="box"/> that lies in <paramref name="other"/>, 0 to 1; 0 for a box without area.</summary>
    public static double ShareWithin(Box box, Box other) => box.Area == 0 ? 0 : box.Intersect(other).Area / box.Area;

    /// <summary>Left, centre, right, top, middle, bottom as shares of the canvas.</summary>
    public static double[] Coordinates(Box box, CanvasSize canvas) =>
    [
        box.X / canvas.Width, box.CenterX / canvas.Width, box.Right / canvas.Width,
        box.Y / canvas.Height, box.CenterY / canvas.Height, box.Bottom / canvas.Height,
    ];

    /// <summary>Unordered pairs.</summary>
    public static IEnumerable<(T A, T B)> Pairs<T>(IReadOnlyList<T> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = i + 1; j < items.Count; j++)
            {
                yield return (items[i], items[j]);
            }
        }
    }
}
