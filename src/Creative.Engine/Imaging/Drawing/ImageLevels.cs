using System.Runtime.CompilerServices;
using Creative.Core.Imaging;
using Creative.Engine.Imaging.Native;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>
/// An image at the sizes it has been wanted in, each at least as large as wanted, so that drawing it only has to move
/// and turn it. Kept as long as the image itself, since one concept draws its elements in dozens of sizes.
/// </summary>
internal sealed class ImageLevels
{
    /// <summary>Magnified copies are no larger than this on the longest side, in pixels; the rest is left to drawing.</summary>
    private const int LargestSide = 2048;

    private static readonly ConditionalWeakTable<PixelImage, ImageLevels> All = [];

    private readonly Dictionary<int, PixelImage> _levels = [];

    /// <summary>The smallest kept size of <paramref name="image"/> that is at least <paramref name="width"/> wide, as premultiplied RGBA.</summary>
    internal static PixelImage For(PixelImage image, double width)
    {
        var levels = All.GetOrCreateValue(image);
        lock (levels._levels)
        {
            return levels.Level(image, HalfOctaves(image.Size, width));
        }
    }

    /// <summary>Steps of √2 above (positive; whole octaves) or below (negative) the image's own size.</summary>
    private static int HalfOctaves(CanvasSize size, double width)
    {
        var octaves = Math.Log2(Math.Max(1, width) / size.Width);
        if (octaves <= 0)
        {
            return -(int)Math.Floor((-octaves * 2) + 1e-6);
        }

        var most = Math.Floor(Math.Log2((double)LargestSide / Math.Max(size.Width, size.Height)));
        return 2 * (int)Math.Max(0, Math.Min(Math.Ceiling(octaves - 0.05), most));
    }

    private PixelImage Level(PixelImage image, int step)
    {
        if (_levels.TryGetValue(step, out var level))
        {
            return level;
        }

        // Doubling again and again stays smoother than one large step.
        level = step switch
        {
            0 => AlphaMath.ToRgba(image),
            > 0 => Resize(Level(image, step - 2), 2),
            _ => Resize(Level(image, 0), Math.Pow(2, step / 2d)),
        };
        _levels.Add(step, level);
        return level;
    }

    private static unsafe PixelImage Resize(PixelImage image, double scale)
    {
        fixed (byte* pixels = image.Pixels)
        {
            using var source = VipsImage.OverMemory(pixels, image.Size, 4);
            using var resize = new VipsOperation("resize").Set("in", source).Set("scale", scale).Set("kernel", "lanczos3");
            using var result = resize.Image();
            var resized = Pixels.Rent(result.Size, 4);
            result.WriteTo(resized.Pixels);
            AlphaMath.ClampToAlpha(resized);
            return resized;
        }
    }
}
