using Creative.Core.Imaging;

namespace Creative.Core.Layouts.Metrics;

/// <summary>
/// The metrics of PKU PosterLayout that look at the picture under the elements. For one picture each: the papers print the
/// mean over pictures. Boxes are in pixels of the plane.
/// </summary>
public static class ContentMetrics
{
    /// <summary>Share of the calm picture that elements use: Σ (1 − s) under elements over Σ (1 − s); higher is better.</summary>
    /// <param name="saliency">s, 0 to 1.</param>
    public static double Utility(PixelPlane saliency, IEnumerable<Box> elements, MetricMode mode)
    {
        var covered = saliency.Covered(elements, mode);
        var (used, all) = (0.0, 0.0);
        for (var i = 0; i < covered.Length; i++)
        {
            var calm = 1 - saliency.Values[i];
            all += calm;
            used += covered[i] ? calm : 0;
        }

        return all == 0 ? 0 : used / all;
    }

    /// <summary>Mean saliency under elements; 0 when there are none; lower is better.</summary>
    /// <param name="saliency">0 to 1.</param>
    public static double Occlusion(PixelPlane saliency, IEnumerable<Box> elements, MetricMode mode) =>
        Mean(saliency.Values, saliency.Covered(elements, mode));

    /// <summary>
    /// Mean gradient √((Gx² + Gy²)/2) under text that stands on no underlay, as a share of the picture's largest; 0 when there
    /// is no such text; lower is better. Published: the script's arithmetic in 8 bits (negative gradients become 0, large ones
    /// 255, squares wrap at 256, the result is cut to 8 bits again). Corrected: plain numbers, as in RALF. Their scales
    /// cannot be compared.
    /// </summary>
    /// <param name="gray">0 to 255.</param>
    public static double Unreadability(PixelPlane gray, IEnumerable<Box> texts, IEnumerable<Box> underlays, MetricMode mode)
    {
        var bare = gray.Covered(texts, mode);
        var plates = gray.Covered(underlays, mode);
        for (var i = 0; i < bare.Length; i++)
        {
            bare[i] &= !plates[i];
        }

        var (gx, gy) = gray.Sobel();
        var gradient = new double[gx.Length];
        for (var i = 0; i < gradient.Length; i++)
        {
            gradient[i] = Math.Sqrt((mode == MetricMode.Published ? WrappedSquares(gx[i], gy[i]) : (gx[i] * gx[i]) + (gy[i] * gy[i])) / 2);
        }

        var largest = gradient.Max();
        return largest == 0 ? 0 : Mean([.. gradient.Select(g => mode == MetricMode.Published ? Math.Floor(255 * g / largest) / 255 : g / largest)], bare);
    }

    private static int WrappedSquares(double x, double y)
    {
        int a = (int)Math.Clamp(x, 0, 255), b = (int)Math.Clamp(y, 0, 255);
        return ((a * a) + (b * b)) & 255;
    }

    private static double Mean(IReadOnlyList<double> values, bool[] where)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < where.Length; i++)
        {
            if (where[i])
            {
                sum += values[i];
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }
}
