namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>
/// The exponential integrators of Lu et al. 2022, arXiv:2206.00927 and arXiv:2211.01095, and their stochastic forms (appendix B of
/// the latter): x' = Sample·x + Value·m + slope·m' + Curve·m'' + Random·z, where m is the estimate at the beginning, m' and m'' its
/// first and second divided difference over λ times h and h², and z fresh normal numbers.
/// </summary>
/// <param name="Middle">Weight of m' by the midpoint rule.</param>
/// <param name="Slope">Weight of m' by Heun's rule.</param>
/// <param name="Random">Null where there is no noise.</param>
internal readonly record struct DpmWeights(double Sample, double Value, double Middle, double Slope, double Curve, double? Random)
{
    /// <summary>With h = λ' − λ; a step of no length has no slope.</summary>
    public static DpmWeights Of(DpmAlgorithm algorithm, NoiseLevel from, NoiseLevel to)
    {
        var h = to.Lambda - from.Lambda;
        var (up, down, twice) = (double.ExpM1(h), double.ExpM1(-h), double.ExpM1(-2 * h));
        DpmWeights weights = algorithm switch
        {
            DpmAlgorithm.CleanOde => new(
                to.Sigma / from.Sigma, -to.Alpha * down, -to.Alpha * down / 2, to.Alpha * ((down / h) + 1), -to.Alpha * (((down + h) / (h * h)) - 0.5), null),
            DpmAlgorithm.NoiseOde => new(
                to.Alpha / from.Alpha, -to.Sigma * up, -to.Sigma * up / 2, -to.Sigma * ((up / h) - 1), -to.Sigma * (((up - h) / (h * h)) - 0.5), null),
            DpmAlgorithm.CleanSde => new(
                to.Sigma / from.Sigma * (1 + down), -to.Alpha * twice, -to.Alpha * twice / 2, to.Alpha * ((twice / (2 * h)) + 1), to.Alpha * (((-twice - (2 * h)) / (4 * h * h)) - 0.5), to.Sigma * Math.Sqrt(-twice)),
            DpmAlgorithm.NoiseSde => new(
                to.Alpha / from.Alpha, -2 * to.Sigma * up, -to.Sigma * up, -2 * to.Sigma * ((up / h) - 1), -2 * to.Sigma * (((up - h) / (h * h)) - 0.5), to.Sigma * Math.Sqrt(double.ExpM1(2 * h))),
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "Unknown algorithm."),
        };
        return h == 0 ? weights with { Middle = 0, Slope = 0, Curve = 0 } : weights;
    }

    /// <summary>Fresh noise where the algorithm has it; drawn even for the step that ends without noise, as in diffusers.</summary>
    public void AddRandom(SampleState state)
    {
        if (Random is { } random)
        {
            state.AddRandom(random);
        }
    }

    /// <summary>What the algorithm is by: the clean sample or the noise.</summary>
    public static Span<float> Estimate(DpmAlgorithm algorithm, SampleState state) =>
        algorithm is DpmAlgorithm.CleanOde or DpmAlgorithm.CleanSde ? state.Clean : state.Noise;
}
