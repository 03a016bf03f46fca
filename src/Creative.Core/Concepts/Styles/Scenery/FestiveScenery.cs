using Creative.Core.Concepts.Styles.Parts;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles.Scenery;

/// <summary>Waves that close a festive picture below.</summary>
internal static class FestiveScenery
{
    /// <summary>Two soft waves along the bottom edge close the picture and give the stage a floor.</summary>
    public static IEnumerable<SceneNode> Hills(StyleCanvas c)
    {
        double w = c.Size.Width, h = c.Size.Height, unit = Math.Min(w * 0.28, h * 0.22);
        var p = c.Palette;
        var isLight = p.IsLight;
        var back = Paths.Format($"M0 {h - (unit * 0.55)}C{w * 0.25} {h - (unit * 1.15)} {w * 0.5} {h - (unit * 0.2)} {w * 0.75} {h - (unit * 0.62)}S{w} {h - (unit * 0.7)} {w} {h - (unit * 0.75)}V{h}H0Z");
        var front = Paths.Format($"M0 {h - (unit * 0.2)}C{w * 0.22} {h - (unit * 0.05)} {w * 0.45} {h - (unit * 0.62)} {w * 0.7} {h - (unit * 0.26)}S{w} {h - (unit * 0.42)} {w} {h - (unit * 0.4)}V{h}H0Z");
        var area = new Box(0, h - unit, w, unit);
        yield return new PathNode("background", back, Fills.Down(area, p["support"] with { Alpha = isLight ? 0.55 : 0.5 }, p["ground"] with { Alpha = 0.1 }));
        yield return new PathNode("background", front, Fills.Down(area, (isLight ? p["support"] : p["lift"]) with { Alpha = isLight ? 0.5 : 0.75 }, (isLight ? p["support"] : p["deep"]) with { Alpha = 0.55 }));
    }
}
