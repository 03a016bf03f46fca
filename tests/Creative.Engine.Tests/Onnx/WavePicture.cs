using Creative.Core.Imaging;

namespace Creative.Engine.Tests.Onnx;

/// <summary>The picture that the training scripts compute reference values with: v = clamp(0.6 sin(0.013 i) + 0.5, 0, 1), channel after channel, RGB no more than alpha.</summary>
internal static class WavePicture
{
    public static PixelImage Of(CanvasSize size)
    {
        var image = PixelImage.Create(size, 4);
        var plane = (int)size.Pixels;
        for (var i = 0; i < plane; i++)
        {
            var alpha = Value((3 * plane) + i);
            var pixel = image.Pixels.Slice(4 * i, 4);
            for (var channel = 0; channel < 3; channel++)
            {
                pixel[channel] = (byte)Math.Round(255 * Math.Min(alpha, Value((channel * plane) + i)));
            }

            pixel[3] = (byte)Math.Round(255 * alpha);
        }

        return image;
    }

    private static double Value(int i) => Math.Clamp((0.6 * Math.Sin(0.013 * i)) + 0.5, 0, 1);
}
