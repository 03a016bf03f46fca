using Creative.Studio.Imaging;

namespace Creative.Studio.Judging;

/// <summary>Outline and inner structure beside the render's.</summary>
/// <param name="Unlike">1 − intersection over union of the silhouettes; what lies far outside is not counted here.</param>
/// <param name="EdgeOffset">Mean distance of the outlines, in 256ths of the picture.</param>
/// <param name="WorstEdge">The largest share of any 9 × 9 pixels of 128 where the silhouettes differ.</param>
/// <param name="Structure">1 − mean structural similarity of luma inside (Wang et al., "Image quality assessment", IEEE TIP 2004).</param>
internal sealed record ShapeMeasure(double Unlike, double EdgeOffset, double WorstEdge, double Structure)
{
    public static ShapeMeasure Of(Pair pair)
    {
        var (common, union, apart) = (0.0, 0.0, 0.0);
        var size = pair.Size;
        var differs = new float[pair.Inner.Length];
        for (var i = 0; i < differs.Length; i++)
        {
            float seen = pair.Outer[i] > .02f ? pair.Picture.A[i] : 0, meant = pair.Render.A[i];
            common += Math.Min(seen, meant);
            union += Math.Max(seen, meant);
            differs[i] = Math.Abs(seen - meant);
            apart += differs[i];
        }

        return new ShapeMeasure(
            1 - (common / Math.Max(union, 1)),
            apart / Math.Max(Outline(pair.Render.A, size), 1) * 256 / size,
            Planes.Mean(differs, size, size, 4).Max(),
            1 - Similarity(pair));
    }

    /// <summary>Length of the outline in pixels: the total variation of alpha.</summary>
    private static double Outline(float[] alpha, int size)
    {
        var sum = 0.0;
        for (var i = size; i < alpha.Length; i++)
        {
            var (dx, dy) = (alpha[i] - alpha[i - 1], alpha[i] - alpha[i - size]);
            sum += Math.Sqrt((dx * dx) + (dy * dy));
        }

        return sum;
    }

    private static double Similarity(Pair pair)
    {
        const int R = 4;
        const float C1 = .01f * .01f, C2 = .03f * .03f;
        var size = pair.Size;
        float[] x = pair.Picture.Luma(), y = pair.Render.Luma();
        float[] Smooth(Func<int, float> value) => Planes.Mean([.. Enumerable.Range(0, x.Length).Select(value)], size, size, R);
        float[] mx = Smooth(i => x[i]), my = Smooth(i => y[i]);
        float[] xx = Smooth(i => x[i] * x[i]), yy = Smooth(i => y[i] * y[i]), xy = Smooth(i => x[i] * y[i]);
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < x.Length; i++)
        {
            if (pair.Inner[i] > .95f)
            {
                float vx = xx[i] - (mx[i] * mx[i]), vy = yy[i] - (my[i] * my[i]), cov = xy[i] - (mx[i] * my[i]);
                sum += ((2 * mx[i] * my[i]) + C1) * ((2 * cov) + C2) / (((mx[i] * mx[i]) + (my[i] * my[i]) + C1) * (vx + vy + C2));
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }
}
