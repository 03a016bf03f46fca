namespace Creative.Core.Diffusion.Sampling;

/// <summary>
/// x = Alpha·x0 + Sigma·ε. Samplers that preserve variance keep Alpha² + Sigma² = 1, those that let it explode keep Alpha = 1,
/// flows keep Alpha + Sigma = 1.
/// </summary>
/// <param name="InputScale">What a sample is multiplied by before the denoiser sees it.</param>
public readonly record struct NoiseLevel(double Alpha, double Sigma, double InputScale)
{
    /// <summary>Half the logarithm of the signal-to-noise ratio; infinite without noise.</summary>
    public double Lambda => Math.Log(Alpha) - Math.Log(Sigma);

    /// <summary>From the share of signal in the variance, 0 to 1.</summary>
    public static NoiseLevel Preserving(double alphaCumprod) => new(Math.Sqrt(alphaCumprod), Math.Sqrt(1 - alphaCumprod), 1);

    /// <summary>From a noise-to-signal ratio, 0 or more, with Alpha² + Sigma² = 1.</summary>
    public static NoiseLevel PreservingFromRatio(double sigma)
    {
        var alpha = 1 / Math.Sqrt((sigma * sigma) + 1);
        return new(alpha, sigma * alpha, 1);
    }

    /// <summary>From a noise-to-signal ratio, 0 or more, with Alpha = 1; scaled so that the variance is 1.</summary>
    /// <param name="deviation">Of the data, above 0.</param>
    public static NoiseLevel Exploding(double sigma, double deviation = 1) =>
        new(1, sigma, 1 / Math.Sqrt((sigma * sigma) + (deviation * deviation)));

    /// <summary>From the share of noise, 0 to 1, with Alpha = 1 − Sigma. Lipman et al. 2022, arXiv:2210.02747.</summary>
    public static NoiseLevel Flow(double sigma) => new(1 - sigma, sigma, 1);
}
