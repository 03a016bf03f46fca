using Creative.Core.Imaging;
using Creative.Engine.Imaging;

namespace Creative.Bench.Elements;

/// <summary>Many pictures on one page, on alternating light and dark grounds, in the order of their seeds.</summary>
internal static class Sheet
{
    private static readonly byte[][] Grounds = [[240, 242, 248], [40, 48, 72]];

    public static void Write(string file, IReadOnlyList<PixelImage> images, int columns, int side)
    {
        var rows = (images.Count + columns - 1) / columns;
        using var page = PixelImage.Create(new CanvasSize(columns * side, rows * side), 3);
        for (var y = 0; y < page.Size.Height; y++)
        {
            var line = page.Row(y);
            for (var x = 0; x < page.Size.Width; x++)
            {
                var (column, row) = (x / side, y / side);
                var at = (row * columns) + column;
                var ground = Grounds[(row + column) % 2];
                for (var channel = 0; channel < 3; channel++)
                {
                    line[(x * 3) + channel] = at < images.Count ? Over(images[at], x % side, y % side, side, channel, ground[channel]) : ground[channel];
                }
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, new Rasterizer().Encode(page, ImageFormat.Png, 100));
    }

    /// <summary>The mean of the block of pixels that one of the page stands for.</summary>
    private static byte Over(PixelImage image, int x, int y, int side, int channel, byte ground)
    {
        var step = Math.Max(1, image.Size.Width / side);
        var (colour, alpha) = (0, 0);
        for (var k = 0; k < step * step; k++)
        {
            var line = image.Row(Math.Min((y * step) + (k / step), image.Size.Height - 1));
            var at = Math.Min((x * step) + (k % step), image.Size.Width - 1) * 4;
            (colour, alpha) = (colour + line[at + channel], alpha + line[at + 3]);
        }

        var count = step * step;
        return (byte)Math.Clamp((colour / (double)count) + (ground * (1 - (alpha / (255.0 * count)))), 0, 255);
    }
}
