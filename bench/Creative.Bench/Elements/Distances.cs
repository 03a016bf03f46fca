using Creative.Core.Imaging;
using Creative.Studio.Staging;

namespace Creative.Bench.Elements;

/// <summary>Distances between pictures: the mean difference of premultiplied RGBA at 64 × 64, from 0 to 1.</summary>
internal static class Distances
{
    private const int Side = 64;

    /// <summary>Poses of the training that a picture is compared with.</summary>
    private const int Renders = 16;

    public static byte[] Small(PixelImage image)
    {
        var step = image.Size.Width / Side;
        var small = new byte[Side * Side * 4];
        for (var i = 0; i < small.Length; i++)
        {
            var (x, y, channel) = (i / 4 % Side, i / 4 / Side, i % 4);
            var sum = 0;
            for (var k = 0; k < step * step; k++)
            {
                sum += image.Row((y * step) + (k / step))[(((x * step) + (k % step)) * 4) + channel];
            }

            small[i] = (byte)(sum / (step * step));
        }

        return small;
    }

    public static double Between(byte[] a, byte[] b)
    {
        var sum = 0L;
        for (var i = 0; i < a.Length; i++)
        {
            sum += Math.Abs(a[i] - b[i]);
        }

        return sum / (255.0 * a.Length);
    }

    /// <summary>Mean over all pairs.</summary>
    public static double MeanOfPairs(IReadOnlyList<byte[]> pictures)
    {
        var all = from i in Enumerable.Range(0, pictures.Count) from j in Enumerable.Range(0, i) select Between(pictures[i], pictures[j]);
        return all.DefaultIfEmpty(0).Average();
    }

    /// <summary>To the nearest of the renders with the same attributes, in poses as the training draws them.</summary>
    public static double ToNearestRender(byte[] picture, ElementRequest request) =>
        Enumerable.Range(1, Renders).Min(pose => Between(picture, Render(request, (ulong)pose)));

    /// <summary>The same for a render that is not among them: what a painter that copies nothing would have.</summary>
    public static double OfFreshRender(ElementRequest request) => ToNearestRender(Render(request, Renders + 1 + request.Seed), request);

    private static byte[] Render(ElementRequest request, ulong pose)
    {
        using var image = Shot.Jittered(request.Attributes, pose).Render(Side, 2);
        return image.Pixels.ToArray();
    }
}
