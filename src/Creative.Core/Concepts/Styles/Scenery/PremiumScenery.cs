using Creative.Core.Concepts.Styles.Parts;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles.Scenery;

/// <summary>Orbits, one light from above and a hairline frame.</summary>
internal static class PremiumScenery
{
    /// <summary>Concentric hairlines around the focus, as on fine paper.</summary>
    public static IEnumerable<SceneNode> Orbits(StyleCanvas c)
    {
        var p = c.Palette;
        var width = Math.Max(0.7, 0.0011 * c.Diagonal);
        for (var i = 0; i < 4; i++)
        {
            var r = c.FocusRadius * (1.18 + (0.34 * i));
            var strength = (p.IsLight ? 0.5 : 0.42) * Math.Pow(0.72, i);
            var gold = p["gold"];
            yield return new PathNode("decoration", Paths.Circle(c.Focus.X, c.Focus.Y, r), null, new Stroke(
                new LinearGradient(c.Focus.X - r, c.Focus.Y - r, c.Focus.X + r, c.Focus.Y + r,
                    [new(0, gold with { Alpha = strength }), new(0.5, gold with { Alpha = strength * 0.15 }), new(1, p["gold-light"] with { Alpha = strength })]), width));
        }
    }

    public static SoftNode Beam(StyleCanvas c)
    {
        var (x, r) = (c.Focus.X, c.FocusRadius);
        return Lights.Beam((x, -0.05 * c.Size.Height), (x, c.Focus.Y + r), 1.2 * r, c.Palette["gold-pale"], c.Palette.IsLight ? 0.5 : 0.22);
    }

    public static PathNode Frame(StyleCanvas c)
    {
        var inset = 0.022 * c.Size.ShortSide;
        return new PathNode("decoration", Paths.Rectangle(c.Size.Bounds.Grow(-inset)), null,
            new Stroke(c.Palette["gold"] with { Alpha = c.Palette.IsLight ? 0.55 : 0.38 }, Math.Max(0.8, 0.002 * c.Size.ShortSide)));
    }
}
