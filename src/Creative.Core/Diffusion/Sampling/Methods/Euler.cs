using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>Karras, Aittala, Aila, Laine 2022, "Elucidating the Design Space of Diffusion-Based Generative Models", arXiv:2206.00364.</summary>
internal static class Euler
{
    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var config = schedule.Config;
        var ratios = RatioGrid.Exploding(schedule, steps, given);
        var table = schedule.Ratios();
        if (config is { LogInterpolation: true, Sigmas: SigmaSpacing.Timesteps })
        {
            // One level more than timesteps: the run ends at the schedule's cleanest.
            var even = RatioGrid.Single(SigmaSpread.Of(SigmaSpacing.Exponential, steps + 1, table[^1], table[0]));
            ratios = ratios with { Values = even[..^1], Last = even[^1] };
        }
        else if (!config.FinalSigmaZero)
        {
            ratios = ratios with { Last = table[0] };
        }

        var grid = GridOf(config, ratios);
        return config is { ContinuousTimesteps: true, Prediction: PredictionType.Velocity }
            ? grid with { Timesteps = [.. ratios.Values.Select(ratio => 0.25 * Math.Log(ratio))] }
            : grid;
    }

    /// <summary>The levels of these ratios, and noise that fits the first.</summary>
    public static StepGrid GridOf(SchedulerConfig config, Ratios ratios)
    {
        // The leading spacing starts below full noise, so the signal that is missing from the start counts as noise.
        var largest = Math.Max(ratios.Values.Max(), ratios.Last);
        var start = config.Spacing == TimestepSpacing.Leading ? Math.Sqrt((largest * largest) + 1) : largest;
        return new StepGrid([.. ratios.Timesteps], [.. ratios.Values.Append(ratios.Last).Select(ratio => NoiseLevel.Exploding(ratio))], start) { Config = config };
    }

    /// <summary>Algorithm 1, lines 4 and 5: x' = x + (σ' − σ)·(x − x0)/σ.</summary>
    public static void Step(StepGrid grid, int step, SampleState state) =>
        Towards(grid.Target(step).Sigma, grid.Levels[step].Sigma, state.Clean, state.Sample);

    /// <summary>x' = x + (σ' − σ)·(x − x0)/σ.</summary>
    public static void Towards(double sigma, double from, ReadOnlySpan<float> clean, Span<float> sample)
    {
        var ratio = (sigma - from) / from;
        Latents.Combine(1 + ratio, sample, -ratio, clean, sample);
    }

    /// <summary>Models after the paper, with levels of their own: timesteps are a quarter of the logarithm of the level.</summary>
    public static StepGrid EdmGrid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var config = schedule.Config;
        var (largest, smallest) = (config.SigmaMax ?? 80, config.SigmaMin ?? 0.002);
        var sigmas = RatioGrid.Single(config.Sigmas is SigmaSpacing.Karras
            ? SigmaSpread.Karras(steps, largest, smallest, config.Rho)
            : SigmaSpread.Of(SigmaSpacing.Exponential, steps, largest, smallest));
        var last = config.FinalSigmaZero ? 0 : sigmas[^1];
        return new StepGrid(
            [.. given ?? [.. sigmas.Select(sigma => 0.25 * Math.Log(sigma))]],
            [.. sigmas.Append(last).Select(sigma => NoiseLevel.Exploding(sigma, config.SigmaData))],
            Math.Sqrt((largest * largest) + 1)) { Config = config };
    }
}
