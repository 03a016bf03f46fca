using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles.Parts;

/// <summary>Small things strewn over a canvas.</summary>
internal static class Scatter
{
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
}
