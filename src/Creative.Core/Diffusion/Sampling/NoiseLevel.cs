namespace Creative.Core.Diffusion.Sampling;

/// <summary>
/// x = Alpha·x0 + Sigma·ε. Samplers that preserve variance keep Alpha² + Sigma² = 1; those that let it explode keep Alpha = 1.
/// </summary>
public readonly record struct NoiseLevel(double Alpha, double Sigma)
{
    /// <summary>What a sample is multiplied by before the denoiser sees it, so that its variance is 1.</summary>
    public double InputScale => 1 / Math.Sqrt((Alpha * Alpha) + (Sigma * Sigma));

    /// <summary>Half the logarithm of the signal-to-noise ratio; infinite without noise.</summary>
    public double Lambda => Math.Log(Alpha / Sigma);

    /// <summary>From the share of signal in the variance, 0 to 1.</summary>
    public static NoiseLevel Preserving(double alphaCumprod) => new(Math.Sqrt(alphaCumprod), Math.Sqrt(1 - alphaCumprod));

    /// <summary>From a noise-to-signal ratio, 0 or more, with Alpha² + Sigma² = 1.</summary>
    public static NoiseLevel PreservingFromRatio(double sigma)
    {
        var alpha = 1 / Math.Sqrt((sigma * sigma) + 1);
        return new(alpha, sigma * alpha);
    }

    /// <summary>From a noise-to-signal ratio, 0 or more, with Alpha = 1.</summary>
    public static NoiseLevel Exploding(double sigma) => new(1, sigma);
}
