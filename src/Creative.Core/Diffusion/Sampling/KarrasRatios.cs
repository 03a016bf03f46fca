namespace Creative.Core.Diffusion.Sampling;

/// <summary>
/// Noise levels of Karras et al. 2022, "Elucidating the Design Space of Diffusion-Based Generative Models", equation 5, ρ = 7.
/// </summary>
internal static class KarrasRatios
{
    private const double Rho = 7;

    /// <summary>From the largest of <paramref name="ratios"/>, which fall, to the smallest.</summary>
    public static double[] Spread(double[] ratios)
    {
        var (largest, smallest) = (Math.Pow(ratios[0], 1 / Rho), Math.Pow(ratios[^1], 1 / Rho));
        var last = Math.Max(1, ratios.Length - 1);
        return [.. ratios.Select((_, i) => Math.Pow(largest + ((double)i / last * (smallest - largest)), Rho))];
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
