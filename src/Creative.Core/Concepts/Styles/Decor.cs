using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles;

/// <summary>Parts that several backgrounds are built from. All are paths with gradients, so they cost little to draw.</summary>
internal static class Decor
{
    public static PathNode Cover(StyleCanvas c, Paint paint) => new("background", Paths.Rectangle(c.Size.Bounds), paint);

    public static LinearGradient Down(Box box, params ReadOnlySpan<Colour> colours) =>
        new(box.X, box.Y, box.X, box.Bottom, Even(colours));

    /// <summary>Along a direction given in degrees: 0 to the right, 90 down.</summary>
    public static LinearGradient Along(Box box, double degrees, params ReadOnlySpan<Colour> colours)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var reach = ((Math.Abs(cos) * box.Width) + (Math.Abs(sin) * box.Height)) / 2;
        return new LinearGradient(box.CenterX - (cos * reach), box.CenterY - (sin * reach), box.CenterX + (cos * reach), box.CenterY + (sin * reach), Even(colours));
    }

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

    /// <summary>A soft dark ellipse where something stands.</summary>
    public static PathNode ContactShadow(double x, double y, double rx, double ry, Colour colour, double strength) =>
        new("shadow", Paths.Ellipse(x, y, rx, ry), new RadialGradient(x, y, rx, ry,
            [new(0, colour with { Alpha = strength }), new(0.55, colour with { Alpha = strength * 0.6 }), new(1, colour with { Alpha = 0 })]));

    /// <summary>A round plinth: its side, its top and a lit rim.</summary>
    public static IEnumerable<SceneNode> Plinth(double x, double top, double rx, double height, Colour light, Colour body, Colour shade, Colour rim)
    {
        var ry = rx * 0.2;
        var side = Paths.Format($"M{x - rx} {top}C{x - rx} {top + (1.33 * ry)} {x + rx} {top + (1.33 * ry)} {x + rx} {top}V{top + height}C{x + rx} {top + height + (1.33 * ry)} {x - rx} {top + height + (1.33 * ry)} {x - rx} {top + height}Z");
        yield return new PathNode("stage", side, new LinearGradient(x - rx, top, x + rx, top, [new(0, shade), new(0.3, body), new(0.5, light), new(0.72, body), new(1, shade)]));
        yield return new PathNode("stage", Paths.Ellipse(x, top, rx, ry),
            new LinearGradient(x, top - ry, x, top + ry, [new(0, body), new(1, light)]), new Stroke(rim, Math.Max(1, rx * 0.018)));
    }

    /// <summary>Bits of paper that fall from the top, denser at the edges, never over <see cref="StyleCanvas.Keep"/>.</summary>
    public static IEnumerable<SceneNode> Confetti(StyleCanvas c, int count, params Colour[] colours)
    {
        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 11));
        var unit = Math.Max(3, 0.013 * Math.Sqrt(c.Size.Pixels));
        for (var i = 0; i < count; i++)
        {
            var edge = random.NextDouble();
            var x = (edge < 0.5 ? Math.Pow(random.NextDouble(), 1.7) * 0.5 : 1 - (Math.Pow(random.NextDouble(), 1.7) * 0.5)) * c.Size.Width;
            var y = Math.Pow(random.NextDouble(), 1.25) * c.Size.Height;
            var size = unit * random.Between(0.5, 1.5);
            var colour = colours[random.Below(colours.Length)] with { Alpha = random.Between(0.65, 1) };
            var turn = random.Between(0, Math.PI);
            var round = random.NextDouble() < 0.25;
            if (!c.IsFree(new Box(x - (1.3 * size), y - (1.3 * size), 2.6 * size, 2.6 * size)))
            {
                continue;
            }

            yield return new PathNode("decoration", round ? Paths.Circle(x, y, 0.42 * size) : Slip(x, y, size, 0.46 * size, turn), colour);
        }
    }

    /// <summary>Out-of-focus lights.</summary>
    public static IEnumerable<SceneNode> Bokeh(StyleCanvas c, int count, Colour colour, double strength)
    {
        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 12));
        for (var i = 0; i < count; i++)
        {
            var radius = c.Diagonal * random.Between(0.006, 0.035);
            double x = random.NextDouble() * c.Size.Width, y = random.NextDouble() * c.Size.Height;
            var alpha = strength * random.Between(0.3, 1);
            yield return new PathNode("decoration", Paths.Circle(x, y, radius), new RadialGradient(x, y, radius, radius,
                [new(0, colour with { Alpha = alpha * 0.55 }), new(0.82, colour with { Alpha = alpha }), new(1, colour with { Alpha = 0 })]));
        }
    }

    private static string Slip(double x, double y, double length, double width, double turn)
    {
        var (sin, cos) = Math.SinCos(turn);
        double ax = cos * length / 2, ay = sin * length / 2, bx = -sin * width / 2, by = cos * width / 2;
        return Paths.Polygon((x - ax - bx, y - ay - by), (x + ax - bx, y + ay - by), (x + ax + bx, y + ay + by), (x - ax + bx, y - ay + by));
    }

    private static ImmutableArray<GradientStop> Even(ReadOnlySpan<Colour> colours)
    {
        var stops = ImmutableArray.CreateBuilder<GradientStop>(colours.Length);
        for (var i = 0; i < colours.Length; i++)
        {
            stops.Add(new GradientStop(colours.Length == 1 ? 0 : (double)i / (colours.Length - 1), colours[i]));
        }

        return stops.ToImmutable();
    }
}
