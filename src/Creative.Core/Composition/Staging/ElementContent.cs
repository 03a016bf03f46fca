using System.Runtime.CompilerServices;
using Creative.Core.Imaging;

namespace Creative.Core.Composition;

/// <summary>Where the visible part of a cut-out is.</summary>
internal static class ElementContent
{
    private const byte Visible = 24;

    // One scan per image, however many sizes it is drawn in; forgotten together with the image.
    private static readonly ConditionalWeakTable<PixelImage, StrongBox<Box>> Known = [];

    /// <summary>Box around all pixels that are more than a haze; the whole image when there are none, or no alpha.</summary>
    public static Box Bounds(PixelImage image) => Known.GetValue(image, i => new StrongBox<Box>(Scan(i))).Value;

    /// <summary>The destination of the whole image so that its visible part fills <paramref name="target"/>.</summary>
    public static Box Place(PixelImage image, Box target)
    {
        var content = Bounds(image);
        var scale = target.Width / content.Width;
        return new Box(target.X - (content.X * scale), target.Y - (content.Y * scale), image.Size.Width * scale, image.Size.Height * scale);
    }

    private static Box Scan(PixelImage image)
    {
        if (image.Channels == 3)
        {
            return image.Size.Bounds;
        }

        int left = image.Size.Width, right = -1, top = image.Size.Height, bottom = -1;
        for (var y = 0; y < image.Size.Height; y++)
        {
            var row = image.Row(y);
            for (var x = 0; x < image.Size.Width; x++)
            {
                if (row[(x * 4) + 3] > Visible)
                {
                    left = Math.Min(left, x);
                    right = Math.Max(right, x);
                    top = Math.Min(top, y);
                    bottom = Math.Max(bottom, y);
                }
            }
        }

        return right < 0 ? image.Size.Bounds : new Box(left, top, right - left + 1, bottom - top + 1);
    }
}
