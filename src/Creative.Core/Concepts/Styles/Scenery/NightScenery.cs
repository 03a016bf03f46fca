using Creative.Core.Concepts.Styles.Parts;
using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles.Scenery;

/// <summary>Spotlights, a dotted screen and neon tubes.</summary>
internal static class NightScenery
{
    /// <summary>Beams from lamps above that cross behind the hero.</summary>
    public static IEnumerable<SceneNode> Spotlights(StyleCanvas c)
    {
        var (p, r, top) = (c.Palette, c.FocusRadius, -0.02 * c.Size.Height);
        foreach (var (from, to, spread, colour) in ((double, double, double, string)[])[(-1.5, 0.35, 0.5, "support"), (1.5, -0.35, 0.5, "glow"), (-0.5, -1.1, 0.36, "glow"), (0.5, 1.1, 0.36, "support")])
        {
            yield return Lights.Beam((c.Focus.X + (from * r), top), (c.Focus.X + (to * r), c.Focus.Y + r), spread * r, p[colour], 0.42);
        }
    }

    /// <summary>Dots that grow towards the lower edge: the screen behind a stage.</summary>
    public static IEnumerable<SceneNode> Screen(StyleCanvas c)
    {
        var pitch = Math.Max(7, 0.022 * Math.Sqrt(c.Size.Pixels));
        double top = 0.62 * c.Size.Height;
        var path = new System.Text.StringBuilder();
        for (var row = 0; top + (row * pitch) < c.Size.Height + pitch; row++)
        {
            var y = top + (row * pitch);
            var r = pitch * 0.34 * Math.Min(1, (y - top + pitch) / (0.4 * c.Size.Height));
            for (var x = row % 2 * pitch / 2; x < c.Size.Width + pitch; x += pitch)
            {
                path.Append(Paths.Format($"M{x} {y - r}L{x + r} {y}L{x} {y + r}L{x - r} {y}Z"));
            }
        }

        var p = c.Palette;
        if (path.Length > 0)
        {
            yield return new PathNode("background", path.ToString(), new LinearGradient(0, top, 0, c.Size.Height, [new(0, p["support"] with { Alpha = 0 }), new(1, p["support"] with { Alpha = 0.3 })]));
        }
    }

    /// <summary>Tubes bent into an arch around the hero: a wide faint line, a narrower one, a bright core. None around words alone.</summary>
    public static IEnumerable<SceneNode> Arch(StyleCanvas c)
    {
        if (!c.HasHero)
        {
            yield break;
        }

        var (p, r) = (c.Palette, c.FocusRadius);
        foreach (var (scale, colour) in ((double, string)[])[(1, "support"), (0.87, "glow")])
        {
            double w = 0.86 * r * scale, top = c.Focus.Y - (r * scale), bottom = c.Focus.Y + (0.8 * r), k = 0.5523 * w;
            var arch = Paths.Format($"M{c.Focus.X - w} {bottom}V{top + w}C{c.Focus.X - w} {top + w - k} {c.Focus.X - k} {top} {c.Focus.X} {top}C{c.Focus.X + k} {top} {c.Focus.X + w} {top + w - k} {c.Focus.X + w} {top + w}V{bottom}");
            foreach (var (width, alpha, bright) in ((double, double, double)[])[(0.12, 0.12, 0), (0.06, 0.25, 0), (0.022, 1, 0.14)])
            {
                yield return new PathNode("decoration", arch, null, new Stroke(FadingOut(Oklch.From(p[colour]).Lighter(bright).ToColour(), alpha, c.Focus.Y, bottom), Math.Max(1, width * r)));
            }
        }
    }

    /// <summary>Short straight tubes, slanted, where there are no words.</summary>
    public static IEnumerable<SceneNode> Tubes(StyleCanvas c)
    {
        var p = c.Palette;
        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 51));
        for (var i = 0; i < 7; i++)
        {
            double length = c.Diagonal * random.Between(0.03, 0.09), x = random.NextDouble() * c.Size.Width, y = random.NextDouble() * 0.9 * c.Size.Height;
            if (!c.IsFree(new Box(x, y - (0.6 * length), length, 0.6 * length)))
            {
                continue;
            }

            var line = Paths.Format($"M{x} {y}L{x + (0.86 * length)} {y - (0.5 * length)}");
            var colour = p[random.NextDouble() < 0.5 ? "support" : "glow"];
            yield return new PathNode("decoration", line, null, new Stroke(colour with { Alpha = 0.22 }, Math.Max(2, 0.009 * c.Diagonal)));
            yield return new PathNode("decoration", line, null, new Stroke(Oklch.From(colour).Lighter(0.12).ToColour(), Math.Max(1, 0.0028 * c.Diagonal)));
        }
    }

    // Tubes end in the dark behind the stage, not in mid-air.
    private static LinearGradient FadingOut(Colour colour, double alpha, double from, double to) =>
        new(0, from, 0, to, [new(0, colour with { Alpha = alpha }), new(0.55, colour with { Alpha = alpha * 0.7 }), new(1, colour with { Alpha = 0 })]);
}
