using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Creative.Engine.Imaging;

namespace Creative.Labeling.Tests.Hosting;

/// <summary>PNG files to judge: each different, none square.</summary>
internal static class Pictures
{
    private static readonly Rasterizer Rasterizer = new();

    /// <param name="seed">The same number gives the same bytes, another number others.</param>
    public static byte[] Png(int seed, int width = 240, int height = 400)
    {
        using var image = PixelImage.Create(new CanvasSize(width, height), 4);
        for (var y = 0; y < height; y++)
        {
            var row = image.Row(y);
            for (var x = 0; x < width; x++)
            {
                // An ellipse whose colour and shade depend on the seed, on a clear ground.
                var (dx, dy) = ((x - width / 2.0) / (width * 0.45), (y - height / 2.0) / (height * 0.45));
                var inside = dx * dx + dy * dy < 1;
                var pixel = row.Slice(4 * x, 4);
                pixel[0] = inside ? (byte)(40 + seed * 37 % 200) : (byte)0;
                pixel[1] = inside ? (byte)(40 + (seed * 61 + y / 4) % 200) : (byte)0;
                pixel[2] = inside ? (byte)(40 + (seed / 7 * 29 + x / 3) % 200) : (byte)0;
                pixel[3] = inside ? (byte)255 : (byte)0;
            }
        }

        return Rasterizer.Encode(image, ImageFormat.Png, 100);
    }

    /// <summary>Colours drawn by lot, which no file format makes smaller.</summary>
    public static byte[] Noise(int width, int height)
    {
        using var image = PixelImage.Create(new CanvasSize(width, height), 4);
        var random = new SeededRandom(7);
        for (var y = 0; y < height; y++)
        {
            foreach (ref var value in image.Row(y))
            {
                value = (byte)random.Between(0, 256);
            }
        }

        return Rasterizer.Encode(image, ImageFormat.Png, 100);
    }
}
