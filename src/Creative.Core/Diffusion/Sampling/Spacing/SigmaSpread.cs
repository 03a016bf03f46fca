namespace Creative.Core.Diffusion.Sampling.Spacing;

/// <summary>Noise-to-signal ratios between two ends, both included, falling.</summary>
internal static class SigmaSpread
{
    private const double DefaultRho = 7;
    private const double BetaShape = 0.6;

    /// <summary>Karras et al. 2022, arXiv:2206.00364, equation 5.</summary>
    public static double[] Karras(int count, double largest, double smallest, double rho = DefaultRho)
    {
        var (first, end) = (Math.Pow(largest, 1 / rho), Math.Pow(smallest, 1 / rho));
        return [.. Ramp(count).Select(share => Math.Pow(first + (share * (end - first)), rho))];
    }

    public static double[] Of(SigmaSpacing spacing, int count, double largest, double smallest) => spacing switch
    {
        SigmaSpacing.Karras => Karras(count, largest, smallest),
        SigmaSpacing.Beta => [.. Ramp(count).Select(share => smallest + (BetaQuantile.Of(1 - share, BetaShape, BetaShape) * (largest - smallest)))],
        SigmaSpacing.Exponential or SigmaSpacing.Lu => [.. Ramp(count).Select(share => Math.Exp(Math.Log(largest) + (share * (Math.Log(smallest) - Math.Log(largest)))))],
        _ => throw new ArgumentOutOfRangeException(nameof(spacing), spacing, "Levels of timesteps are not spread between two ends."),
    };

    /// <summary>The fractional training step with this noise level, between neighbours by its logarithm.</summary>
    public static double TimestepOf(double ratio, ReadOnlySpan<float> ratios)
    {
        var below = 0;
        while (below < ratios.Length - 2 && MathF.Log(ratios[below + 1]) <= Math.Log(ratio))
        {
            below++;
        }

        double low = MathF.Log(ratios[below]), high = MathF.Log(ratios[below + 1]);
        return below + Math.Clamp((Math.Log(ratio) - low) / (high - low), 0, 1);
    }

    private static IEnumerable<double> Ramp(int count) => Enumerable.Range(0, count).Select(i => (double)i / Math.Max(1, count - 1));
}
