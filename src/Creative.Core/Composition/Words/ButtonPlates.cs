using Creative.Core.Brands;
using Creative.Core.Concepts;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

/// <summary>Draws a style's button the way the brand wants its buttons.</summary>
internal static class ButtonPlates
{
    /// <param name="plate">What the style draws under the words, back to front.</param>
    /// <param name="buttonStyle">One of <see cref="ButtonStyles.All"/>.</param>
    /// <param name="box">Of the button, in pixels.</param>
    public static IEnumerable<SceneNode> For(IEnumerable<SceneNode> plate, string buttonStyle, Box box)
    {
        var nodes = plate.ToArray();
        var shape = nodes.OfType<PathNode>().FirstOrDefault(node => node.Fill is not null && IsBody(node, box));
        return (buttonStyle, shape) switch
        {
            (ButtonStyles.Flat, { } body) => [body with { Stroke = null }],
            (ButtonStyles.Outline, { Fill: { } fill } body) => [body with { Fill = null, Stroke = new Stroke(fill, Math.Max(1.5, 0.06 * box.Height)) }],
            _ => nodes,
        };
    }

    /// <summary>
    /// The body of a button in one colour, the one of its gradient that is furthest from middle grey, so that black or white
    /// words can be read on it; null where the style draws nothing solid.
    /// </summary>
    /// <param name="plate">As for <see cref="For"/>.</param>
    /// <param name="buttonStyle">As for <see cref="For"/>.</param>
    /// <param name="box">As for <see cref="For"/>.</param>
    public static PathNode? Plain(IEnumerable<SceneNode> plate, string buttonStyle, Box box)
    {
        var body = For(plate, buttonStyle, box).OfType<PathNode>().FirstOrDefault(node => node.Fill is not null && IsBody(node, box));
        Colour[] colours = body?.Fill switch
        {
            SolidPaint solid => [solid.Colour],
            LinearGradient gradient => [.. gradient.Stops.Select(s => s.Colour)],
            _ => [],
        };
        return colours.Length == 0 || colours.Any(c => c.Alpha < 1) ? null : body! with { Fill = colours.MaxBy(Legible) };
    }

    private static double Legible(Colour colour) => Math.Max(Contrast.Ratio(colour, Colour.White), Contrast.Ratio(colour, Colour.Black));

    /// <summary>The shape that fills the button's box: not its glow, edge or shine.</summary>
    private static bool IsBody(PathNode node, Box box)
    {
        const double Near = 0.05;
        var bounds = PathData.Parse(node.Data).Bounds();
        return Math.Abs(bounds.X - box.X) < Near && Math.Abs(bounds.Y - box.Y) < Near
            && Math.Abs(bounds.Right - box.Right) < Near && Math.Abs(bounds.Bottom - box.Bottom) < Near;
    }
}
