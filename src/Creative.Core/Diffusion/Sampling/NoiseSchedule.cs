using System.Collections.Immutable;

namespace Creative.Core.Diffusion.Sampling;

/// <summary>
/// Share of signal in the variance at every training step. Rounds where PyTorch does, single-precision tables with
/// a product in double precision, since a table all in one precision moves the published test sums.
/// </summary>
public sealed class NoiseSchedule
{
    public NoiseSchedule(SchedulerConfig config)
    {
        Config = config;
        var betas = config.TrainedBetas.IsDefault ? BetasOf(config) : [.. config.TrainedBetas];
        Betas = [.. config.RescaleBetasZeroSnr ? RescaleToZeroSnr(betas) : betas];
        AlphasCumprod = CumulativeProduct(Betas);
    }

    public SchedulerConfig Config { get; }

    /// <value>Noise variance that each training step adds.</value>
    public ImmutableArray<float> Betas { get; }

    /// <value>One for each training step, 1 towards 0.</value>
    public ImmutableArray<float> AlphasCumprod { get; }

    /// <summary>
    /// Noise-to-signal ratios, one for each training step. A last step without signal counts as 2⁻²⁴ of it, else its
    /// ratio were infinite.
    /// </summary>
    public float[] Ratios()
    {
        var ratios = new float[AlphasCumprod.Length];
        for (var i = 0; i < ratios.Length; i++)
        {
            var signal = AlphasCumprod[i];
            if (Config.RescaleBetasZeroSnr && i == ratios.Length - 1)
            {
                signal = MathF.ScaleB(1, -24);
            }

            ratios[i] = MathF.Sqrt((1 - signal) / signal);
        }

        return ratios;
    }

    private static float[] BetasOf(SchedulerConfig config)
    {
        var count = config.TrainSteps;
        switch (config.BetaSchedule)
        {
            case BetaSchedule.Linear:
                return Linspace((float)config.BetaStart, (float)config.BetaEnd, count);
            case BetaSchedule.ScaledLinear:
                var roots = Linspace((float)Math.Sqrt(config.BetaStart), (float)Math.Sqrt(config.BetaEnd), count);
                return Array.ConvertAll(roots, root => root * root);
            case BetaSchedule.SquaredCosine:
                return FromSignal(count, t => Math.Pow(Math.Cos((t + 0.008) / 1.008 * Math.PI / 2), 2));
            case BetaSchedule.Exponential:
                return FromSignal(count, t => Math.Exp(t * -12));
            case BetaSchedule.Sigmoid:
                var (start, range) = ((float)config.BetaStart, (float)(config.BetaEnd - config.BetaStart));
                return Array.ConvertAll(Linspace(-6, 6, count), x => (1 / (1 + MathF.Exp(-x)) * range) + start);
            default:
                throw new ArgumentOutOfRangeException(nameof(config), config.BetaSchedule, "Unknown beta schedule.");
        }
    }

    private static float[] FromSignal(int count, Func<double, double> signal) =>
        [.. Enumerable.Range(0, count).Select(i => (float)Math.Min(1 - (signal((i + 1.0) / count) / signal((double)i / count)), 0.999))];

    /// <summary>Counts from the nearer end, as torch.linspace does.</summary>
    private static float[] Linspace(float start, float end, int count)
    {
        var values = new float[count];
        var step = count > 1 ? (end - start) / (count - 1) : 0;
        for (var i = 0; i < count; i++)
        {
            values[i] = i < count / 2 || count == 1 ? start + (step * i) : end - (step * (count - 1 - i));
        }

        return values;
    }

    /// <summary>Lin et al. 2023, "Common Diffusion Noise Schedules and Sample Steps are Flawed", algorithm 1.</summary>
    private static float[] RescaleToZeroSnr(float[] betas)
    {
        var roots = CumulativeProduct(betas).Select(MathF.Sqrt).ToArray();
        var (first, last) = (roots[0], roots[^1]);
        var signal = Array.ConvertAll(roots, root =>
        {
            var scaled = (root - last) * (first / (first - last));
            return scaled * scaled;
        });
        return [.. signal.Select((value, i) => 1 - (i == 0 ? value : value / signal[i - 1]))];
    }

    private static ImmutableArray<float> CumulativeProduct(IEnumerable<float> betas)
    {
        var product = 1.0;
        return [.. betas.Select(beta => (float)(product *= 1 - beta))];
    }
}
