using Creative.Core.Imaging;

namespace Creative.Core.Scenes;

/// <summary>What part of the canvas a node can touch.</summary>
public static class SceneBounds
{
    /// <summary>A box around all that the node paints, in canvas pixels; it may be a little larger, and may reach outside the canvas.</summary>
    /// <exception cref="FormatException">A path is not path data.</exception>
    public static Box Of(SceneNode node) => node switch
    {
        PathNode path => PathData.Parse(path.Data).Bounds().Grow(1 + ((path.Stroke?.Width ?? 0) / 2)),
        TextNode text => text.Ink.Grow(1 + (text.Runs.IsEmpty ? 0 : text.Runs.Max(run => run.Size) / 8)),
        SvgNode svg => svg.Destination.Grow(1),
        ImageNode image => Turned(image.Destination, image.Rotation).Grow(1 + Reach(image.Blur)),
        SoftNode soft => soft.Children.Aggregate(default(Box?), (all, child) => all?.Union(Of(child)) ?? Of(child))?.Grow(Reach(soft.Blur)) ?? default,
        _ => throw new ArgumentException($"A node of type {node.GetType().Name} has no bounds.", nameof(node)),
    };

    /// <summary>How far a Gaussian blur spreads visibly, in pixels: three standard deviations.</summary>
    public static double Reach(double blur) => 3 * blur;

    private static Box Turned(Box box, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var width = (Math.Abs(cos) * box.Width) + (Math.Abs(sin) * box.Height);
        var height = (Math.Abs(sin) * box.Width) + (Math.Abs(cos) * box.Height);
        return new Box(box.CenterX - (width / 2), box.CenterY - (height / 2), width, height);
    }
}
