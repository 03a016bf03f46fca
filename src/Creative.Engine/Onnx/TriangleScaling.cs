using Creative.Core.Imaging;

namespace Creative.Engine.Onnx;

/// <summary>
/// Resizes a picture into a part of a plane of another: a triangle filter as wide as a target pixel, at least two source
/// pixels, so that shrinking averages and nothing flickers (Pillow's BILINEAR).
/// </summary>
internal static class TriangleScaling
{
    /// <param name="image">Source.</param>
    /// <param name="channel">Which one of it.</param>
    /// <param name="plane">Receives values of 0 to 255 at <paramref name="place"/>; the rest of it stays.</param>
    /// <param name="width">Of a row of the plane.</param>
    public static void Into(PixelImage image, int channel, Span<float> plane, int width, (int X, int Y, CanvasSize Size) place)
    {
        var (columns, rows) = (Taps(image.Size.Width, place.Size.Width), Taps(image.Size.Height, place.Size.Height));
        var narrow = new float[place.Size.Width * image.Size.Height];
        for (var y = 0; y < image.Size.Height; y++)
        {
            var row = image.Row(y);
            for (var x = 0; x < columns.Length; x++)
            {
                var (first, weights) = columns[x];
                var sum = 0f;
                for (var k = 0; k < weights.Length; k++)
                {
                    sum += weights[k] * row[((first + k) * image.Channels) + channel];
                }

                narrow[(y * columns.Length) + x] = sum;
            }
        }

        for (var y = 0; y < rows.Length; y++)
        {
            var (first, weights) = rows[y];
            var to = plane.Slice(((place.Y + y) * width) + place.X, columns.Length);
            to.Clear();
            for (var k = 0; k < weights.Length; k++)
            {
                var from = narrow.AsSpan((first + k) * columns.Length, columns.Length);
                for (var x = 0; x < to.Length; x++)
                {
                    to[x] += weights[k] * from[x];
                }
            }
        }
    }

    private static (int First, float[] Weights)[] Taps(int length, int target)
    {
        var ratio = (double)length / target;
        var reach = Math.Max(1, ratio);
        var taps = new (int, float[])[target];
        for (var i = 0; i < target; i++)
        {
            var centre = (i + 0.5) * ratio;
            var first = Math.Max(0, (int)(centre - reach + 0.5));
            var weights = new double[Math.Min(length, (int)(centre + reach + 0.5)) - first];
            for (var k = 0; k < weights.Length; k++)
            {
                weights[k] = Math.Max(0, 1 - (Math.Abs(first + k + 0.5 - centre) / reach));
            }

            var sum = weights.Sum();
            taps[i] = (first, [.. weights.Select(weight => (float)(weight / sum))]);
        }

        return taps;
    }
}
