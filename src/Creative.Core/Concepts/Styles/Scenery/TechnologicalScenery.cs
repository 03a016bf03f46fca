using Creative.Core.Concepts.Styles.Parts;
using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles.Scenery;

/// <summary>A floor in perspective, streaks of light and panes of glass.</summary>
internal static class TechnologicalScenery
{
    /// <summary>A grid that runs to the horizon below the focus.</summary>
    public static IEnumerable<SceneNode> Floor(StyleCanvas c)
    {
        double w = c.Size.Width, h = c.Size.Height, horizon = Math.Min(0.72 * h, c.Focus.Y + (0.55 * c.FocusRadius));
        if (h - horizon < 12)
        {
            yield break;
        }

        var colour = c.Palette["accent"];
        var strength = c.Palette.IsLight ? 0.16 : 0.3;
        var paint = new LinearGradient(0, horizon, 0, h, [new(0, colour with { Alpha = 0 }), new(1, colour with { Alpha = strength })]);
        var lines = new System.Text.StringBuilder();
        for (var i = -9; i <= 9; i++)
        {
            lines.Append(Paths.Format($"M{c.Focus.X + (i * w * 0.022)} {horizon}L{c.Focus.X + (i * w * 0.19)} {h}"));
        }

        for (var i = 1; i <= 7; i++)
        {
            var y = horizon + ((h - horizon) * Math.Pow(i / 7.0, 2.1));
            lines.Append(Paths.Format($"M0 {y}H{w}"));
        }

        yield return new PathNode("background", lines.ToString(), null, new Stroke(paint, Math.Max(0.8, 0.0012 * c.Diagonal)));
    }

    public static IEnumerable<SceneNode> Streaks(StyleCanvas c)
    {
        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 21));
        var p = c.Palette;
        for (var i = 0; i < 9; i++)
        {
            double length = c.Diagonal * random.Between(0.1, 0.3), width = Math.Max(0.8, c.Diagonal * random.Between(0.0008, 0.003));
            double x = random.Between(-0.05, 1) * c.Size.Width, y = random.Between(0, 1) * c.Size.Height;
            var (dx, dy) = (length * 0.82, -length * 0.57);
            var colour = random.NextDouble() < 0.5 ? p["accent"] : p["support"];
            var strength = (p.IsLight ? 0.3 : 0.5) * random.Between(0.4, 1);
            if (!c.IsFree(new Box(x, y + dy, dx, -dy)))
            {
                continue;
            }

            yield return new PathNode("decoration", Paths.Format($"M{x} {y}L{x + dx} {y + dy}"), null,
                new Stroke(new LinearGradient(x, y, x + dx, y + dy, [new(0, colour with { Alpha = 0 }), new(0.8, colour with { Alpha = strength }), new(1, Colour.White with { Alpha = strength })]), width));
        }
    }

    /// <summary>Panes of glass behind the hero give depth.</summary>
    public static IEnumerable<SceneNode> Panels(StyleCanvas c)
    {
        var p = c.Palette;
        var r = c.FocusRadius;
        var alpha = p.IsLight ? 0.55 : 0.13;
        foreach (var (dx, dy, w, h) in ((double, double, double, double)[])[(-1.18, -0.72, 0.92, 0.62), (0.5, -0.98, 0.78, 0.5), (0.62, 0.1, 0.66, 0.44)])
        {
            var box = new Box(c.Focus.X + (dx * r), c.Focus.Y + (dy * r), w * r, h * r);
            if (!c.IsFree(box))
            {
                continue;
            }

            yield return new PathNode("decoration", Paths.RoundedRectangle(box, 0.09 * r),
                Fills.Along(box, 50, Colour.White with { Alpha = alpha }, Colour.White with { Alpha = alpha * 0.25 }),
                new Stroke(Colour.White with { Alpha = Math.Min(0.9, alpha * 2.2) }, Math.Max(0.8, 0.008 * r)));
            var bar = new Box(box.X + (0.12 * box.Width), box.Y + (0.2 * box.Height), 0.5 * box.Width, 0.1 * box.Height);
            var ink = (p.IsLight ? p["accent"] : Colour.White) with { Alpha = p.IsLight ? 0.22 : 0.3 };
            yield return new PathNode("decoration", Paths.RoundedRectangle(bar, bar.Height), ink);
            yield return new PathNode("decoration", Paths.RoundedRectangle(bar.MoveBy(0, 2 * bar.Height) with { Width = 0.34 * box.Width }, bar.Height), ink with { Alpha = ink.Alpha * 0.6 });
        }
    }
}
