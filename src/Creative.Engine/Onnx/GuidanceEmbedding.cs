namespace Creative.Engine.Onnx;

/// <summary>Guidance as a latent consistency model reads it: Luo et al. 2023, arXiv:2310.04378, section 4.3, after Meng et al. 2022, arXiv:2210.03142.</summary>
internal static class GuidanceEmbedding
{
    /// <summary>Sines, then cosines, of 1000·(guidance − 1)·10000^(−i/(half − 1)); a last number of an odd width is 0.</summary>
    /// <returns>Batch × width, all rows alike.</returns>
    public static float[] Of(double guidance, int width, int batch)
    {
        var half = width / 2;
        var values = new float[batch * width];
        for (var i = 0; i < half; i++)
        {
            var (sin, cos) = Math.SinCos(1000 * (guidance - 1) * Math.Pow(10000, -i / Math.Max(1.0, half - 1)));
            (values[i], values[half + i]) = ((float)sin, (float)cos);
        }

        for (var row = 1; row < batch; row++)
        {
            values.AsSpan(0, width).CopyTo(values.AsSpan(row * width));
        }

        return values;
    }
}
