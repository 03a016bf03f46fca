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
        using var drawn = VectorLayer.Render(node.Children, reduced.Window, reduced.Size);
        AlphaMath.Premultiply(drawn);
        using var blurred = reduced.Blur(drawn);
        ImageLayer.Stamp(canvas, blurred, reduced.ToSmall, area, node.Opacity, node.Blend, tint: null);
    }
}
