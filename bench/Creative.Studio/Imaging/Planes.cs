namespace Creative.Studio.Imaging;

/// <summary>Functions of one plane of numbers, row by row. What lies beyond the edges is 0.</summary>
internal static class Planes
{
    /// <summary>Bilinear; whole numbers are the middles of pixels.</summary>
    public static float Sample(float[] plane, int width, int height, float x, float y)
    {
        int left = (int)MathF.Floor(x), top = (int)MathF.Floor(y);
        float u = x - left, v = y - top;
        return ((1 - v) * (((1 - u) * At(left, top)) + (u * At(left + 1, top))))
            + (v * (((1 - u) * At(left, top + 1)) + (u * At(left + 1, top + 1))));

        float At(int i, int j) => (uint)i < (uint)width && (uint)j < (uint)height ? plane[(j * width) + i] : 0;
    }

    /// <summary>The mean of what each new pixel covers.</summary>
    public static void Shrink(float[] from, int width, int height, float[] to, int toWidth, int toHeight)
    {
        for (var y = 0; y < toHeight; y++)
        {
            var (top, bottom) = (y * height / toHeight, Math.Max(((y + 1) * height / toHeight), (y * height / toHeight) + 1));
            for (var x = 0; x < toWidth; x++)
            {
                var (left, right) = (x * width / toWidth, Math.Max((x + 1) * width / toWidth, (x * width / toWidth) + 1));
                var sum = 0f;
                for (var j = top; j < bottom; j++)
                {
                    for (var i = left; i < right; i++)
                    {
                        sum += from[(j * width) + i];
                    }
                }

                to[(y * toWidth) + x] = sum / ((right - left) * (bottom - top));
            }
        }
    }

    /// <summary>The mean over a square of 2r + 1, by running sums; beyond the edges counts as 0.</summary>
    public static float[] Mean(float[] plane, int width, int height, int r)
    {
        var rows = new float[plane.Length];
        for (var y = 0; y < height; y++)
        {
            Run(plane, rows, y * width, 1, width, r);
        }

        var means = new float[plane.Length];
        for (var x = 0; x < width; x++)
        {
            Run(rows, means, x, width, height, r);
        }

        return means;
    }

    /// <summary>Three means in a row, close to a Gaussian of standard deviation √(r² + r).</summary>
    public static float[] Blur(float[] plane, int width, int height, int r) =>
        Mean(Mean(Mean(plane, width, height, r), width, height, r), width, height, r);

    /// <summary>A Gaussian of standard deviation <paramref name="sigma"/> pixels.</summary>
    public static float[] Gaussian(float[] plane, int width, int height, double sigma)
    {
        if (sigma <= 0)
        {
            return [.. plane];
        }

        var reach = (int)Math.Ceiling(3 * sigma);
        var weights = Enumerable.Range(-reach, (2 * reach) + 1).Select(k => (float)Math.Exp(-k * k / (2 * sigma * sigma))).ToArray();
        var sum = weights.Sum();
        var rows = Convolve(plane, width, height, weights, reach, 1 / sum, 1, 0);
        return Convolve(rows, width, height, weights, reach, 1 / sum, 0, 1);
    }

    /// <summary>The largest (or with <paramref name="sign"/> −1 the smallest) value within a square of 2r + 1.</summary>
    public static float[] Extreme(float[] plane, int width, int height, int r, float sign = 1)
    {
        var rows = new float[plane.Length];
        var result = new float[plane.Length];
        for (var i = 0; i < plane.Length; i++)
        {
            var (x, y) = (i % width, i / width);
            var best = float.NegativeInfinity;
            for (var k = Math.Max(0, x - r); k <= Math.Min(width - 1, x + r); k++)
            {
                best = Math.Max(best, sign * plane[(y * width) + k]);
            }

            rows[i] = best;
        }

        for (var i = 0; i < plane.Length; i++)
        {
            var (x, y) = (i % width, i / width);
            var best = float.NegativeInfinity;
            for (var k = Math.Max(0, y - r); k <= Math.Min(height - 1, y + r); k++)
            {
                best = Math.Max(best, rows[(k * width) + x]);
            }

            result[i] = sign * best;
        }

        return result;
    }

    private static void Run(float[] from, float[] to, int start, int step, int count, int r)
    {
        var sum = 0f;
        for (var k = 0; k < Math.Min(r, count); k++)
        {
            sum += from[start + (k * step)];
        }

        var share = 1f / ((2 * r) + 1);
        for (var k = 0; k < count; k++)
        {
            sum += k + r < count ? from[start + ((k + r) * step)] : 0;
            sum -= k - r - 1 >= 0 ? from[start + ((k - r - 1) * step)] : 0;
            to[start + (k * step)] = sum * share;
        }
    }

    private static float[] Convolve(float[] plane, int width, int height, float[] weights, int reach, float scale, int dx, int dy)
    {
        var result = new float[plane.Length];
        for (var i = 0; i < plane.Length; i++)
        {
            var (x, y) = (i % width, i / width);
            var sum = 0f;
            for (var k = -reach; k <= reach; k++)
            {
                int u = x + (k * dx), v = y + (k * dy);
                sum += (uint)u < (uint)width && (uint)v < (uint)height ? weights[k + reach] * plane[(v * width) + u] : 0;
            }

            result[i] = sum * scale;
        }

        return result;
    }
}
