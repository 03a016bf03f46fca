namespace Creative.Core.Diffusion.Sampling;

/// <summary>Karras, Aittala, Aila, Laine 2022, "Elucidating the Design Space of Diffusion-Based Generative Models", arXiv:2206.00364.</summary>
internal static class Euler
{
    public static StepGrid Grid(NoiseSchedule schedule, int steps)
    {
        var config = schedule.Config;
        var table = schedule.Ratios();
        var timesteps = Timesteps.Plain(config, steps);
        var ratios = Array.ConvertAll(timesteps, t => Timesteps.Interpolate(table, t));
        if (config.UseKarrasSigmas)
        {
            ratios = KarrasRatios.Spread(steps, ratios[0], ratios[^1]);
            timesteps = Array.ConvertAll(ratios, ratio => KarrasRatios.TimestepOf(ratio, table));
        }

        // The leading spacing starts below full noise, so the signal that is missing from the start counts as noise.
        var start = config.Spacing == TimestepSpacing.Leading ? Math.Sqrt((ratios[0] * ratios[0]) + 1) : ratios[0];
        return new StepGrid([.. timesteps], [.. ratios.Append(0).Select(NoiseLevel.Exploding)], start);
    }

    /// <summary>Algorithm 1, lines 4 and 5: x' = x + (σ' − σ)·(x − x0)/σ.</summary>
    public static void Step(StepGrid grid, int step, Span<float> sample, Estimate estimate)
    {
        var ratio = (grid.Levels[step + 1].Sigma - grid.Levels[step].Sigma) / grid.Levels[step].Sigma;
        Latents.Combine(1 + ratio, sample, -ratio, estimate.Clean, sample);
    }
}
