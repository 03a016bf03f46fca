using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Creative.Core.Imaging;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>
/// Gaussian blur of small premultiplied RGBA pictures, which is what <see cref="Reduction"/> makes: rows are added up
/// shifted, first along, then across. libvips needs a millisecond to set its blur up, more than this takes for all.
/// </summary>
internal static class GaussianBlur
{
    /// <param name="image">Blurred in place; what is around it counts as clear.</param>
    /// <param name="sigma">Standard deviation in pixels, more than 0.</param>
    internal static void Apply(PixelImage image, double sigma)
    {
        var kernel = Kernel(sigma);
        var radius = kernel.Length / 2;
        var (width, height) = (image.Size.Width * 4, image.Size.Height);
        var margin = radius * 4;
        var padded = ArrayPool<float>.Shared.Rent(width + (2 * margin));
        var along = ArrayPool<float>.Shared.Rent(width * height);
        var sum = ArrayPool<float>.Shared.Rent(width);
        padded.AsSpan().Clear();
        for (var y = 0; y < height; y++)
        {
            var row = image.Row(y);
            for (var i = 0; i < width; i++)
            {
                padded[margin + i] = row[i];
            }

            var blurred = along.AsSpan(y * width, width);
            blurred.Clear();
            for (var k = 0; k < kernel.Length; k++)
            {
                Add(blurred, padded.AsSpan(k * 4, width), kernel[k]);
            }
        }

        for (var y = 0; y < height; y++)
        {
            var total = sum.AsSpan(0, width);
            total.Fill(0.5f);
            for (var k = Math.Max(0, radius - y); k < Math.Min(kernel.Length, height - y + radius); k++)
            {
                Add(total, along.AsSpan((y + k - radius) * width, width), kernel[k]);
            }

            var row = image.Row(y);
            for (var i = 0; i < width; i++)
            {
                row[i] = (byte)total[i];
            }
        }

        ArrayPool<float>.Shared.Return(padded);
        ArrayPool<float>.Shared.Return(along);
        ArrayPool<float>.Shared.Return(sum);
    }

    /// <summary>Weights out to three standard deviations; together just under 1, so that white stays a byte.</summary>
    private static float[] Kernel(double sigma)
    {
        var radius = (int)Math.Ceiling(3 * sigma);
        var weights = Enumerable.Range(-radius, (2 * radius) + 1).Select(x => Math.Exp(-x * x / (2 * sigma * sigma))).ToArray();
        var sum = weights.Sum() * 1.000001;
        return [.. weights.Select(weight => (float)(weight / sum))];
    }

    private static void Add(Span<float> to, ReadOnlySpan<float> from, float weight)
    {
        var i = 0;
        ref var target = ref MemoryMarshal.GetReference(to);
        ref var source = ref MemoryMarshal.GetReference(from[..to.Length]);
        for (; i + 8 <= to.Length; i += 8)
        {
            (Vector256.LoadUnsafe(ref target, (nuint)i) + (Vector256.LoadUnsafe(ref source, (nuint)i) * weight)).StoreUnsafe(ref target, (nuint)i);
        }

        for (; i < to.Length; i++)
        {
            to[i] += from[i] * weight;
        }
    }
}
