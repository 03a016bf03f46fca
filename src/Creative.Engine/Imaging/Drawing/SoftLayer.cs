using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>Draws vector shapes blurred: small, blurred there, and magnified onto the canvas.</summary>
internal static class SoftLayer
{
    internal static void Draw(Canvas canvas, SoftNode node)
    {
        var area = PixelArea.Of(SceneBounds.Of(node), canvas.Size);
        if (area.IsEmpty)
        {
            return;
        }

        var reduced = Reduction.For(area.ToBox(), node.Blur);
        using var drawn = Drawn(node, reduced);
        GaussianBlur.Apply(drawn, reduced.Sigma);
        ImageLayer.Stamp(canvas, drawn, reduced.ToSmall, area, node.Opacity, node.Blend, tint: null);
    }

    private static PixelImage Drawn(SoftNode node, Reduction reduced)
    {
        if (!node.Children.All(PathFill.CanDraw))
        {
            var vectors = VectorLayer.Render(node.Children, reduced.Window, reduced.Size);
            AlphaMath.Premultiply(vectors);
            return vectors;
        }

        var layer = Pixels.Rent(reduced.Size, 4);
        layer.Pixels.Clear();
        foreach (var child in node.Children)
        {
            PathFill.Draw(layer, child, reduced.ToSmall);
        }

        return layer;
    }
}
