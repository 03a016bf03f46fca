using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles.Parts;

/// <summary>Light and shadow. All but beams are paths with gradients, so they cost little to draw.</summary>
internal static class Lights
{
    /// <summary>Light around a point that fades to nothing, without the bright disc that a linear fade shows.</summary>
    public static PathNode Glow(StyleCanvas c, double x, double y, double rx, double ry, Colour colour, double strength)
    {
        ImmutableArray<GradientStop> stops =
        [
            new(0, colour with { Alpha = strength }), new(0.25, colour with { Alpha = strength * 0.78 }),
            new(0.5, colour with { Alpha = strength * 0.37 }), new(0.75, colour with { Alpha = strength * 0.09 }), new(1, colour with { Alpha = 0 }),
        ];
        var reach = new Box(x - rx, y - ry, 2 * rx, 2 * ry).Intersect(c.Size.Bounds);
        return new PathNode("background", Paths.Rectangle(reach.Area > 0 ? reach : new Box(0, 0, 1, 1)), new RadialGradient(x, y, rx, ry, stops));
    }

    public static PathNode Rays(StyleCanvas c, int count, double share, Colour colour, double strength)
    {
        var radius = 0.75 * c.Diagonal;
        ImmutableArray<GradientStop> stops =
            [new(0, colour with { Alpha = strength }), new(0.45, colour with { Alpha = strength * 0.55 }), new(1, colour with { Alpha = 0 })];
        return new PathNode("background", Paths.Rays(c.Focus.X, c.Focus.Y, 1.3 * radius, count, share, 7),
            new RadialGradient(c.Focus.X, c.Focus.Y, radius, radius, stops));
    }

    /// <summary>A cone of light from above, soft at its edges. It adds light, so that crossing beams do not go muddy.</summary>
    /// <param name="from">Where the lamp is.</param>
    /// <param name="to">Where the light falls.</param>
    /// <param name="spread">Half the width of the cone there.</param>
    public static SoftNode Beam((double X, double Y) from, (double X, double Y) to, double spread, Colour colour, double strength)
    {
        ImmutableArray<GradientStop> stops =
            [new(0, colour with { Alpha = strength }), new(0.6, colour with { Alpha = strength * 0.4 }), new(1, colour with { Alpha = 0 })];
        var cone = Paths.Polygon((from.X - (0.12 * spread), from.Y), (from.X + (0.12 * spread), from.Y), (to.X + spread, to.Y), (to.X - spread, to.Y));
        return new SoftNode("background", [new PathNode("background", cone, new LinearGradient(from.X, from.Y, to.X, to.Y, stops))], Math.Max(1, 0.1 * spread))
        {
            Blend = Blend.Screen,
        };
    }

    /// <summary>A soft dark ellipse where something stands.</summary>
    public static PathNode ContactShadow(double x, double y, double rx, double ry, Colour colour, double strength) =>
        new("shadow", Paths.Ellipse(x, y, rx, ry), new RadialGradient(x, y, rx, ry,
            [new(0, colour with { Alpha = strength }), new(0.55, colour with { Alpha = strength * 0.6 }), new(1, colour with { Alpha = 0 })]));
}
