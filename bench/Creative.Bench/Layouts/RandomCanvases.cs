using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Creative.Core.Placements;

namespace Creative.Bench.Layouts;

/// <summary>Canvases of a ratio family: half of them placements of the catalogue, the others of any size, some with insets.</summary>
internal static class RandomCanvases
{
    public static Placement Draw(RatioFamily family, SeededRandom random)
    {
        Placement[] known = [.. PlacementCatalog.Default.All.Where(p => p.Family == family)];
        if (random.NextDouble() < 0.5)
        {
            return known[random.Below(known.Length)];
        }

        var (low, high, shortest, longest) = Range(family);
        var ratio = Math.Exp(random.Between(Math.Log(low), Math.Log(high)));
        var side = Math.Exp(random.Between(Math.Log(shortest), Math.Log(longest)));
        var size = ratio >= 1 ? new CanvasSize((int)(side * ratio), (int)side) : new CanvasSize((int)side, (int)(side / ratio));
        var insets = SafeArea(family, random);
        return new Placement(
            size.ToString(), size, new Insets(insets.Top * size.Height, insets.Right * size.Width, insets.Bottom * size.Height, insets.Left * size.Width),
            null, [ImageFormat.Png]);
    }

    // Width over height, then the shorter side in pixels.
    private static (double, double, double, double) Range(RatioFamily family) => family switch
    {
        RatioFamily.UltraWide => (5, 11, 50, 420),
        RatioFamily.Wide => (2.2, 5, 90, 1024),
        RatioFamily.Landscape => (1.3, 2.2, 130, 1440),
        RatioFamily.NearSquare => (0.85, 1.3, 190, 1440),
        RatioFamily.Portrait => (0.65, 0.85, 300, 2048),
        RatioFamily.Tall => (0.45, 0.65, 300, 1440),
        _ => (0.2, 0.45, 120, 800),
    };

    private static Insets SafeArea(RatioFamily family, SeededRandom random) => (family, random.NextDouble()) switch
    {
        (RatioFamily.UltraWide, _) or (_, < 0.5) => default,
        (RatioFamily.Tall, < 0.85) => new(random.Between(0.08, 0.15), random.Between(0, 0.1), random.Between(0.1, 0.36), random.Between(0, 0.1)),
        (_, < 0.75) => new(0.06, 0.06, 0.06, 0.06),
        _ => new(random.Between(0, 0.1), random.Between(0, 0.1), random.Between(0, 0.1), random.Between(0, 0.1)),
    };
}
