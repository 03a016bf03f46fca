using Creative.Core.Concepts.Styles.Parts;
using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles.Scenery;

/// <summary>Clouds, rolling ground, bubbles and leaves.</summary>
internal static class FreshScenery
{
    /// <summary>Heaps of soft discs, high up and away from the text.</summary>
    public static IEnumerable<SceneNode> Clouds(StyleCanvas c)
    {
        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 41));
        double w = c.Size.Width, h = c.Size.Height, unit = 0.16 * Math.Min(Math.Sqrt(c.Size.Pixels), 1.6 * c.Size.ShortSide);
        for (var i = 0; i < 4; i++)
        {
            double x = w * (((i + random.Between(0.1, 0.9)) / 4) - 0.02), y = h * random.Between(0.06, 0.34), size = unit * random.Between(0.6, 1.15);
            var puffs = ((double, double, double)[])[(-0.9, 0.14, 0.42), (-0.3, -0.12, 0.6), (0.35, -0.02, 0.52), (0.9, 0.17, 0.36)];
            foreach (var (dx, dy, r) in puffs)
            {
                double px = x + (dx * size), py = y + (dy * size), pr = r * size;
                yield return new PathNode("background", Paths.Circle(px, py, pr), new RadialGradient(px, py - (0.25 * pr), pr * 1.05, pr * 1.05,
                    [new(0, Colour.White with { Alpha = 0.75 }), new(0.6, Colour.White with { Alpha = 0.42 }), new(1, Colour.White with { Alpha = 0 })]));
            }
        }
    }

    /// <summary>Three rolling rises, each nearer one stronger in colour.</summary>
    public static IEnumerable<SceneNode> Ground(StyleCanvas c)
    {
        double w = c.Size.Width, h = c.Size.Height, unit = Math.Min(0.3 * h, 0.34 * w);
        var p = c.Palette;
        foreach (var (lift, bend, strength, flip) in ((double, double, double, bool)[])[(1.0, 0.5, 0.4, false), (0.66, 0.42, 0.6, true), (0.34, 0.3, 0.9, false)])
        {
            double left = h - (unit * (flip ? lift - (bend * 0.6) : lift)), right = h - (unit * (flip ? lift : lift - (bend * 0.5)));
            var path = Paths.Format($"M0 {left}C{w * 0.28} {left - (unit * bend * (flip ? -0.3 : 0.7))} {w * 0.62} {right + (unit * bend * 0.75)} {w} {right}V{h}H0Z");
            yield return new PathNode("background", path, Fills.Down(new Box(0, h - unit, w, unit), p["support"] with { Alpha = strength * 0.75 }, p["support"] with { Alpha = strength * 0.35 }));
        }
    }

    public static IEnumerable<SceneNode> Bubbles(StyleCanvas c)
    {
        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 42));
        for (var i = 0; i < 11; i++)
        {
            var r = c.Diagonal * random.Between(0.006, 0.024);
            double x = random.NextDouble() * c.Size.Width, y = random.NextDouble() * c.Size.Height;
            if (!c.IsFree(new Box(x - r, y - r, 2 * r, 2 * r)))
            {
                continue;
            }

            yield return new PathNode("decoration", Paths.Circle(x, y, r),
                new RadialGradient(x - (0.3 * r), y - (0.35 * r), 1.35 * r, 1.35 * r, [new(0, Colour.White with { Alpha = 0.75 }), new(0.45, Colour.White with { Alpha = 0.12 }), new(1, Colour.White with { Alpha = 0.5 })]));
        }
    }

    public static IEnumerable<SceneNode> Leaves(StyleCanvas c)
    {
        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 43));
        var p = c.Palette;
        for (var i = 0; i < 10; i++)
        {
            var length = Math.Max(7, c.Diagonal * random.Between(0.016, 0.036));
            double x = random.Between(0.02, 0.98) * c.Size.Width, y = random.Between(0.03, 0.9) * c.Size.Height;
            var (sin, cos) = Math.SinCos(random.Between(0, 2 * Math.PI));
            var strength = random.Between(0.55, 0.95);
            if (!c.IsFree(new Box(x - length, y - length, 2 * length, 2 * length)))
            {
                continue;
            }

            (double X, double Y) At(double along, double across) => (x + (length * ((along * cos) - (across * sin))), y + (length * ((along * sin) + (across * cos))));
            var (tip, end, one, two) = (At(-0.5, 0), At(0.5, 0), At(0, -0.42), At(0, 0.42));
            yield return new PathNode("decoration",
                Paths.Format($"M{tip.X} {tip.Y}Q{one.X} {one.Y} {end.X} {end.Y}Q{two.X} {two.Y} {tip.X} {tip.Y}Z"),
                new LinearGradient(tip.X, tip.Y, end.X, end.Y, [new(0, p["accent"] with { Alpha = strength }), new(1, p["support"] with { Alpha = strength })]));
        }
    }
}
