using System.Collections.Immutable;
using System.Text.Json;
using Creative.Core.Imaging;
using Creative.Core.Layouts.Metrics;

namespace Creative.Core.Tests.Layouts.Metrics;

/// <summary>The fixtures of golden_layout_metrics.json and its values, which another implementation computed.</summary>
internal static class GoldenLayouts
{
    public const double Tolerance = 1e-12;

    private static readonly JsonElement Json = Read();

    public static readonly CanvasSize Shares = new(1, 1);

    public static double Value(string group, string name) => Json.GetProperty(group).GetProperty(name).GetDouble();

    /// <summary>Three posters of 513×750 pixels, all their elements.</summary>
    public static MeasuredLayout[] Posters { get; } =
    [
        .. Json.GetProperty("fixture_posterlayout_px_513x750").EnumerateArray().Select(layout => new MeasuredLayout(
            new CanvasSize(513, 750),
            [.. layout.EnumerateArray().Select(e => new LayoutElement((ElementClass)e[0].GetInt32(), Corners(e[1])))])),
    ];

    public static MeasuredLayout[] ValidPosters { get; } = [.. Posters.Select(PosterMetrics.WithoutInvalid)];

    /// <summary>"A" or "B": four elements in shares of the canvas.</summary>
    public static MeasuredLayout Normalised(string name)
    {
        var fixture = Json.GetProperty("fixture_norm_cxcywh");
        var labels = fixture.GetProperty($"labels_{name}").EnumerateArray().Select(l => (ElementClass)(l.GetInt32() + 10));
        var boxes = fixture.GetProperty(name).EnumerateArray().Select(b =>
            new Box(b[0].GetDouble() - (b[2].GetDouble() / 2), b[1].GetDouble() - (b[3].GetDouble() / 2), b[2].GetDouble(), b[3].GetDouble()));
        return new MeasuredLayout(Shares, [.. labels.Zip(boxes, (label, box) => new LayoutElement(label, box))]);
    }

    /// <summary>Boxes in pixels on the 24×16 picture: "text", "underlay" or "logo".</summary>
    public static ImmutableArray<Box> Raster(string kind) =>
        [.. Json.GetProperty("fixture_raster_24x16").GetProperty(kind).EnumerateArray().Select(Corners)];

    // The two planes are formulas in the file, as words; these are they.
    public static PixelPlane Gray { get; } = Plane((x, y) => ((x / 6) + (y / 4)) % 2 == 1 ? ((11 * x) + (7 * y)) % 256 : 40 + (3 * x));

    public static PixelPlane Saliency { get; } = Plane((x, y) => Math.Max(0, 1 - (double.Hypot(x - 15.5, y - 7.5) / 8)));

    private static PixelPlane Plane(Func<int, int, double> at) =>
        new(new CanvasSize(24, 16), [.. Enumerable.Range(0, 24 * 16).Select(i => at(i % 24, i / 24))]);

    private static Box Corners(JsonElement e) =>
        new(e[0].GetDouble(), e[1].GetDouble(), e[2].GetDouble() - e[0].GetDouble(), e[3].GetDouble() - e[1].GetDouble());

    private static JsonElement Read()
    {
        using var document = TestData.Json("Layouts/Metrics/golden_layout_metrics.json");
        return document.RootElement.Clone();
    }
}
