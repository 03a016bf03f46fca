using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>Draws images: moved, scaled, turned, mirrored, blurred, or as a flat shape.</summary>
internal static class ImageLayer
{
    internal static void Draw(Canvas canvas, ImageNode node)
    {
        var area = PixelArea.Of(SceneBounds.Of(node), canvas.Size);
        if (area.IsEmpty || node.Destination.Area <= 0)
        {
            return;
        }

        var tint = node.Silhouette is { } colour ? Tint(colour) : null;
        if (node.Blur <= 0)
        {
            var level = ImageLevels.For(node.Image, node.Destination.Width);
            Stamp(canvas, level, ToSource(node, level.Size), area, node.Opacity, node.Blend, tint);
            return;
        }

        var reduced = Reduction.For(area.ToBox(), node.Blur);
        using var small = Pixels.Rent(reduced.Size, 4);
        small.Pixels.Clear();
        var source = ImageLevels.For(node.Image, node.Destination.Width / reduced.Scale);
        var sampler = new Sampler(source, reduced.ToCanvas * ToSource(node, source.Size));
        for (var y = 0; y < small.Size.Height; y++)
        {
            var row = MemoryMarshal.Cast<byte, uint>(small.Row(y));
            Recolour(row[sampler.Row(0, y, row)], tint);
        }

        GaussianBlur.Apply(small, reduced.Sigma);
        Stamp(canvas, small, reduced.ToSmall, area, node.Opacity, node.Blend, tint: null);
    }

    /// <summary>Draws a premultiplied RGBA image under a map from canvas pixels to its own.</summary>
    /// <param name="tint">Colour by alpha, or null to keep the image's own.</param>
    internal static void Stamp(
        Canvas canvas, PixelImage image, Matrix3x2 toSource, PixelArea area, double opacity, Blend blend, uint[]? tint)
    {
        var sampler = new Sampler(image, toSource);
        var fade = (uint)Math.Round(256 * Math.Clamp(opacity, 0, 1));
        var buffer = ArrayPool<uint>.Shared.Rent(area.Width);
        for (var y = area.Top; y < area.Bottom; y++)
        {
            var (offset, length) = sampler.Row(area.Left, y, buffer.AsSpan(0, area.Width)).GetOffsetAndLength(area.Width);
            var pixels = buffer.AsSpan(offset, length);
            Recolour(pixels, tint);
            AlphaMath.Fade(pixels, fade);
            var left = area.Left + offset;
            Blending.Row(blend, canvas.Row(y, left, left + length), MemoryMarshal.AsBytes(pixels));
        }

        ArrayPool<uint>.Shared.Return(buffer);
    }

    private static Matrix3x2 ToSource(ImageNode node, CanvasSize source)
    {
        var box = node.Destination;
        var flip = node.Mirrored ? -1 : 1;
        return Matrix3x2.CreateTranslation((float)-box.CenterX, (float)-box.CenterY)
            * Matrix3x2.CreateRotation((float)(-node.Rotation * Math.PI / 180))
            * Matrix3x2.CreateScale((float)(flip * source.Width / box.Width), (float)(source.Height / box.Height))
            * Matrix3x2.CreateTranslation(source.Width / 2f, source.Height / 2f);
    }

    private static uint[] Tint(Colour colour) =>
        [.. Enumerable.Range(0, 256).Select(alpha => ColourRamp.Pixel(colour, alpha / 255d))];

    private static void Recolour(Span<uint> pixels, uint[]? tint)
    {
        if (tint is null)
        {
            return;
        }

        foreach (ref var pixel in pixels)
        {
            pixel = tint[pixel >> 24];
        }
    }
}
