using Creative.Core.Imaging;
using Creative.Engine.Imaging.Drawing;
using Creative.Engine.Imaging.Native;

namespace Creative.Engine.Imaging.Files;

internal static class ImageScaling
{
    /// <summary>A copy with the longest side at most <paramref name="longestSide"/> pixels; never larger than the image.</summary>
    internal static unsafe PixelImage Thumbnail(PixelImage image, int longestSide)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longestSide, 1);
        var scale = Math.Min(1, (double)longestSide / Math.Max(image.Size.Width, image.Size.Height));
        fixed (byte* pixels = image.Pixels)
        {
            using var source = VipsImage.OverMemory(pixels, image.Size, image.Channels);
            using var resize = new VipsOperation("resize").Set("in", source).Set("scale", scale);
            using var result = resize.Image();
            var small = Pixels.Rent(result.Size, image.Channels);
            result.WriteTo(small.Pixels);
            if (image.Channels == 4)
            {
                AlphaMath.ClampToAlpha(small);
            }

            return small;
        }
    }
}
