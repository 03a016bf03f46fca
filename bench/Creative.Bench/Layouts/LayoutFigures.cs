using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Layouts.Metrics;

namespace Creative.Bench.Layouts;

/// <summary>The figures of one layout. Shares are 0 to 1.</summary>
/// <param name="Broken">How often it breaks a rule that no delivered layout breaks.</param>
/// <param name="Overlaps">Two of its texts, or a text and the logo, touch.</param>
/// <param name="HeroHidden">Share of the hero's saliency under text and logo.</param>
/// <param name="TextOnHero">Share of the area of plain text that lies on the hero's visible part.</param>
/// <param name="Used">Share of the canvas under text, logo and hero.</param>
/// <param name="Headline">Font size over the shorter side.</param>
/// <param name="HeroSize">Share of the canvas that the hero covers.</param>
/// <param name="Score">Of the ranker.</param>
internal sealed record LayoutFigures(
    MeasuredLayout Measured,
    MeasuredLayout Solid,
    int Broken,
    bool Overlaps,
    double HeroHidden,
    double TextOnHero,
    double OcclusionPublished,
    double OcclusionCorrected,
    double UnreadabilityPublished,
    double UnreadabilityCorrected,
    double Used,
    double Headline,
    double HeroSize,
    double Dropped,
    double Score)
{
    // Enough to see an AI label of a strip, few enough to be quick.
    private const double Pixels = 8000;

    public static LayoutFigures Of(Drawn drawn)
    {
        var (layout, canvas) = (drawn.Layout, drawn.Layout.Canvas);
        var scale = Math.Sqrt(Pixels / canvas.Pixels);
        var size = new CanvasSize(Math.Max(1, (int)Math.Round(canvas.Width * scale)), Math.Max(1, (int)Math.Round(canvas.Height * scale)));
        Box Small(Box b) => new(b.X * size.Width / canvas.Width, b.Y * size.Height / canvas.Height, b.Width * size.Width / canvas.Width, b.Height * size.Height / canvas.Height);
        var hero = drawn.Hero is { } h ? Small(h) : (Box?)null;
        var (saliency, gray) = (Saliency(size, hero), Gray(size, hero));
        var measured = drawn.Measured;
        Box[] bare = [.. drawn.BareText.Select(Small)];
        Box[] plates = [.. measured.Elements.Where(e => e.Class == ElementClass.Underlay).Select(e => Small(e.Box))];
        Box[] solid = [.. drawn.Solid.Elements.Select(e => Small(e.Box))];
        var area = bare.Sum(b => b.Area);
        return new LayoutFigures(
            measured,
            drawn.Solid,
            HardRules.Violations(layout, drawn.Content).Count(),
            PosterMetrics.Overlay([drawn.Solid], MetricMode.Corrected) > 0,
            Hidden(saliency, solid),
            hero is { } box && area > 0 ? bare.Sum(b => b.Intersect(box).Area) / area : 0,
            ContentMetrics.Occlusion(saliency, solid, MetricMode.Published),
            ContentMetrics.Occlusion(saliency, solid, MetricMode.Corrected),
            ContentMetrics.Unreadability(gray, bare.Concat(plates), plates, MetricMode.Published),
            ContentMetrics.Unreadability(gray, bare.Concat(plates), plates, MetricMode.Corrected),
            ContentMetrics.Utility(Plane(size, (_, _) => 0), hero is { } main ? solid.Append(main) : solid, MetricMode.Corrected),
            layout.Texts[LayoutRole.Headline].Size / canvas.ShortSide,
            hero is { } visible ? visible.Intersect(size.Bounds).Area / size.Pixels : 0,
            layout.Dropped.Length,
            LayoutRanker.Score(layout, drawn.Content));
    }

    private static double Hidden(PixelPlane saliency, IEnumerable<Box> boxes)
    {
        var all = saliency.Values.Sum();

        // Utility of the inverted plane is the share of the saliency that is covered.
        return all == 0 ? 0 : ContentMetrics.Utility(new PixelPlane(saliency.Size, [.. saliency.Values.Select(v => 1 - v)]), boxes, MetricMode.Corrected);
    }

    // 1 in the middle of the hero, 0 at the rim of the ellipse in its box.
    private static PixelPlane Saliency(CanvasSize size, Box? hero) => Plane(size, (x, y) => Math.Clamp(2 * (1 - Radius(hero, x, y)), 0, 1));

    // A busy picture on a calm ground: stripes in two directions stand for an element's edges and lights.
    private static PixelPlane Gray(CanvasSize size, Box? hero) => Plane(size, (x, y) =>
        Radius(hero, x, y) < 1 ? 128 + (60 * Math.Sin(1.9 * x)) + (60 * Math.Sin(1.7 * y)) : 200);

    private static double Radius(Box? hero, double x, double y) => hero is { Width: > 0, Height: > 0 } h
        ? double.Hypot((x - h.CenterX) / (h.Width / 2), (y - h.CenterY) / (h.Height / 2))
        : 2;

    private static PixelPlane Plane(CanvasSize size, Func<double, double, double> at) =>
        new(size, [.. Enumerable.Range(0, (int)size.Pixels).Select(i => at((i % size.Width) + 0.5, (i / size.Width) + 0.5))]);
}
