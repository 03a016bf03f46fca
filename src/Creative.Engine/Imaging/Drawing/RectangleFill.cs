using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>Fills upright rectangles of whole pixels, such as backgrounds: no edge to smooth.</summary>
internal static class RectangleFill
{
    /// <summary>True when <paramref name="node"/> is such a rectangle, as far as it lies on the canvas.</summary>
    internal static bool CanDraw(PathNode node, CanvasSize canvas) => Area(node, canvas) is not null;

    internal static void Draw(Canvas canvas, PathNode path)
    {
        var area = Area(path, canvas.Size) ?? throw new ArgumentException("Not a rectangle of whole pixels.", nameof(path));
        if (area.IsEmpty)
        {
            return;
        }

        var source = PaintSource.From(path.Fill!, path.Opacity, Matrix3x2.Identity);
        var buffer = ArrayPool<uint>.Shared.Rent(area.Width);
        var pixels = buffer.AsSpan(0, area.Width);
        for (var y = area.Top; y < area.Bottom; y++)
        {
            source.Row(area.Left, y, pixels);
            Blending.Row(Blend.Over, canvas.Row(y, area.Left, area.Right), MemoryMarshal.AsBytes(pixels));
        }

        ArrayPool<uint>.Shared.Return(buffer);
    }

    private static PixelArea? Area(PathNode path, CanvasSize canvas)
    {
        if (path is not { Fill: not null, Stroke: null } || PathData.Parse(path.Data).AsRectangle() is not { } box)
        {
            return null;
        }

        var seen = box.Intersect(canvas.Bounds);
        var area = PixelArea.Of(box, canvas);
        return seen.Area == 0 || seen == area.ToBox() ? area : null;
    }
}
