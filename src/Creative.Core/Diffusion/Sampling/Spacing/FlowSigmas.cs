namespace Creative.Core.Diffusion.Sampling.Spacing;

/// <summary>Noise shares of straight flows.</summary>
internal static class FlowSigmas
{
    /// <summary>Esser et al. 2024, arXiv:2403.03206, equation 23: σ' = shift·σ/(1 + (shift − 1)·σ).</summary>
    public static double Shift(double sigma, double shift) => shift * sigma / (1 + ((shift - 1) * sigma));

    /// <summary>Stretches falling shares so that the last becomes <paramref name="terminal"/> and 1 stays.</summary>
    public static double[] Stretch(double[] sigmas, double terminal)
    {
        var factor = (1 - sigmas[^1]) / (1 - terminal);
        return Array.ConvertAll(sigmas, sigma => 1 - ((1 - sigma) / factor));
    }
}
