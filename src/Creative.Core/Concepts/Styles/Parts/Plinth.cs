using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles.Parts;

/// <summary>What a hero stands on.</summary>
internal static class Plinth
{
    /// <summary>A round plinth: its side, its top and a lit rim.</summary>
    public static IEnumerable<SceneNode> Round(double x, double top, double rx, double height, Colour light, Colour body, Colour shade, Colour rim)
    {
        var ry = rx * 0.2;
        var side = Paths.Format($"M{x - rx} {top}C{x - rx} {top + (1.33 * ry)} {x + rx} {top + (1.33 * ry)} {x + rx} {top}V{top + height}C{x + rx} {top + height + (1.33 * ry)} {x - rx} {top + height + (1.33 * ry)} {x - rx} {top + height}Z");
        yield return new PathNode("stage", side, new LinearGradient(x - rx, top, x + rx, top, [new(0, shade), new(0.3, body), new(0.5, light), new(0.72, body), new(1, shade)]));
        yield return new PathNode("stage", Paths.Ellipse(x, top, rx, ry),
            new LinearGradient(x, top - ry, x, top + ry, [new(0, body), new(1, light)]), new Stroke(rim, Math.Max(1, rx * 0.018)));
    }
}
