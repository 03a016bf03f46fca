using System.Text;
using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Engine.Imaging.Native;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>Draws vector nodes with librsvg.</summary>
internal static unsafe class VectorLayer
{
    /// <summary>Draws nodes onto the canvas, within a window of it.</summary>
    internal static void Draw(Canvas canvas, IReadOnlyList<SceneNode> nodes, PixelArea window)
    {
        using var layer = Render(nodes, window.ToBox(), window.Size);
        for (var y = 0; y < window.Height; y++)
        {
            Blending.StraightRow(canvas.Row(window.Top + y, window.Left, window.Right), layer.Row(y));
        }
    }

    /// <summary>Pixels of a window of the canvas, drawn at a size of their own: RGBA, <b>not</b> premultiplied.</summary>
    internal static PixelImage Render(IEnumerable<SceneNode> nodes, Box window, CanvasSize size)
    {
        var svg = Encoding.UTF8.GetBytes(SvgWriter.Write(nodes, window, size));
        fixed (byte* bytes = svg)
        {
            using var load = new VipsOperation("svgload_buffer").Set("buffer", bytes, svg.Length);
            using var image = load.Image();
            var pixels = Pixels.Rent(size, 4);
            image.WriteTo(pixels.Pixels);
            return pixels;
        }
    }
}
