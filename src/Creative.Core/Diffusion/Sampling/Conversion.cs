namespace Creative.Core.Diffusion.Sampling;

/// <summary>From a denoiser's output to estimates: x0 = CleanFromSample·x + CleanFromOutput·output, and likewise ε.</summary>
public readonly record struct Conversion(double CleanFromSample, double CleanFromOutput, double NoiseFromSample, double NoiseFromOutput)
{
    /// <summary>
    /// With u = x/√(α²+σ²), a = α/√(α²+σ²), s = σ/√(α²+σ²):
    /// ε: x0 = (x − σ·output)/α, ε = output;  v: x0 = a·u − s·output, ε = s·u + a·output;  x0: ε = (x − α·output)/σ;
    /// flow: x0 = (x − σ·output)/(α + σ), ε = (x + α·output)/(α + σ);
    /// residual, for data of deviation d, Karras et al. 2022, table 1: x0 = d²/(σ²+d²)·x ± σ·d/√(σ²+d²)·output, ε = (x − x0)/σ.
    /// </summary>
    /// <param name="deviation">d; only residuals know another than 1.</param>
    public static Conversion Of(PredictionType type, NoiseLevel level, double deviation = 1)
    {
        var (alpha, sigma) = (level.Alpha, level.Sigma);
        var scale = level.InputScale;
        switch (type)
        {
            case PredictionType.Epsilon:
                return new(1 / alpha, -sigma / alpha, 0, 1);
            case PredictionType.Velocity:
                return new(alpha * scale * scale, -sigma * scale, sigma * scale * scale, alpha * scale);
            case PredictionType.Sample:
                return new(0, 1, 1 / sigma, -alpha / sigma);
            case PredictionType.Flow:
                var sum = alpha + sigma;
                return new(1 / sum, -sigma / sum, 1 / sum, alpha / sum);
            case PredictionType.Residual or PredictionType.NegativeResidual:
                var variance = (sigma * sigma) + (deviation * deviation);
                var skip = deviation * deviation / variance;
                var share = sigma * deviation / Math.Sqrt(variance) * (type == PredictionType.Residual ? 1 : -1);
                return new(skip, share, (1 - skip) / sigma, -share / sigma);
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown prediction type.");
        }
    }

    /// <summary>All spans have the length of the sample.</summary>
    /// <param name="clean">Receives x0.</param>
    /// <param name="noise">Receives ε.</param>
    public void Apply(ReadOnlySpan<float> sample, ReadOnlySpan<float> output, Span<float> clean, Span<float> noise)
    {
        Mix(CleanFromSample, sample, CleanFromOutput, output, clean);
        Mix(NoiseFromSample, sample, NoiseFromOutput, output, noise);
    }

    // Without signal, or without noise, the other number's weight is infinite, and what comes from it alone must stay finite.
    private static void Mix(double a, ReadOnlySpan<float> sample, double b, ReadOnlySpan<float> output, Span<float> target)
    {
        if (a == 0 && b == 1)
        {
            output.CopyTo(target);
        }
        else
        {
            Latents.Combine(a, sample, b, output, target);
        }
    }
}
