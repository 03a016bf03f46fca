namespace Creative.Core.Diffusion.Sampling;

/// <summary>
/// Noise levels of Karras et al. 2022, "Elucidating the Design Space of Diffusion-Based Generative Models", equation 5, ρ = 7.
/// </summary>
internal static class KarrasRatios
{
    private const double Rho = 7;

    /// <summary><paramref name="count"/> ratios, both ends included, falling.</summary>
    public static double[] Spread(int count, double largest, double smallest)
    {
        var (first, end) = (Math.Pow(largest, 1 / Rho), Math.Pow(smallest, 1 / Rho));
        var last = Math.Max(1, count - 1);
        return [.. Enumerable.Range(0, count).Select(i => Math.Pow(first + ((double)i / last * (end - first)), Rho))];
    }

    /// <summary>The fractional training step with this noise level, between neighbours by its logarithm.</summary>
    public static double TimestepOf(double ratio, ReadOnlySpan<float> ratios)
    {
        var below = 0;
        while (below < ratios.Length - 2 && ratios[below + 1] <= ratio)
        {
            below++;
        }

        var (low, high) = (Math.Log(ratios[below]), Math.Log(ratios[below + 1]));
        return below + Math.Clamp((Math.Log(ratio) - low) / (high - low), 0, 1);
    }
}
