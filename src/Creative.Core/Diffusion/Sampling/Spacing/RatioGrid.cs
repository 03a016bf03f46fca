namespace Creative.Core.Diffusion.Sampling.Spacing;

/// <summary>Timesteps and noise-to-signal ratios, one of each for each step, and the ratio after the last.</summary>
internal readonly record struct Ratios(double[] Timesteps, double[] Values, double Last);

/// <summary>The grids that samplers over noise-to-signal ratios share. Ratios are of single precision, as in diffusers.</summary>
internal static class RatioGrid
{
    /// <summary>For samplers in the space of Karras et al. 2022: fractional timesteps, down to no noise.</summary>
    public static Ratios Exploding(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var config = schedule.Config;
        var table = schedule.Ratios();
        double[] timesteps = [.. (given ?? Timesteps.Plain(config, steps)).Select(t => (double)(float)t)];
        var values = Array.ConvertAll(timesteps, t => Timesteps.Interpolate(table, t));
        if (config.Sigmas is not SigmaSpacing.Timesteps)
        {
            values = SigmaSpread.Of(config.Sigmas, values.Length, config.SigmaMax ?? values[0], config.SigmaMin ?? values[^1]);
            timesteps = Array.ConvertAll(values, ratio => SigmaSpread.TimestepOf(ratio, table));
        }

        return new(timesteps, Single(values), 0);
    }

    /// <summary>For DPM-Solver and its kin: whole timesteps; the cleanest training step is where the last step ends, or is not used.</summary>
    /// <param name="lastOfSpread">Levels that are spread between two ends end at their own smallest, rather than at the schedule's.</param>
    /// <param name="trainSteps">Training steps in use.</param>
    public static Ratios Preserving(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given, bool lastOfSpread, int? trainSteps = null)
    {
        var config = schedule.Config;
        var table = schedule.Ratios();
        if (config.FlowSigmas)
        {
            return Flow(config, steps, lastOfSpread ? null : table[0]);
        }

        double[] timesteps = [.. given ?? Timesteps.WithoutLast(config, trainSteps ?? config.TrainSteps, steps)];
        var values = Array.ConvertAll(timesteps, t => Timesteps.Interpolate(table, t));
        if (config.Sigmas is not SigmaSpacing.Timesteps)
        {
            values = SigmaSpread.Of(config.Sigmas, steps, config.SigmaMax ?? table[^1], config.SigmaMin ?? table[0]);
            timesteps = Array.ConvertAll(values, ratio => Whole(config, SigmaSpread.TimestepOf(ratio, table)));
        }

        var last = config.FinalSigmaZero ? 0 : lastOfSpread && config.Sigmas is not SigmaSpacing.Timesteps ? (float)values[^1] : table[0];
        return new(timesteps, Single(values), last);
    }

    public static double[] Single(double[] values) => Array.ConvertAll(values, value => (double)(float)value);

    /// <summary>Training steps that are left when the noisiest are cut off at a half logarithm of the signal-to-noise ratio.</summary>
    public static int StepsAbove(NoiseSchedule schedule) =>
        schedule.AlphasCumprod.Count(signal => MathF.Log(MathF.Sqrt(signal)) - MathF.Log(MathF.Sqrt(1 - signal)) >= schedule.Config.LambdaMin);

    private static double Whole(SchedulerConfig config, double timestep) =>
        config.Sigmas is SigmaSpacing.Karras or SigmaSpacing.Lu && !(config.Sampler.StartsWith("dpm", StringComparison.Ordinal) && config.BetaSchedule is BetaSchedule.SquaredCosine)
            ? Math.Round(timestep)
            : Math.Floor(timestep);

    private static Ratios Flow(SchedulerConfig config, int steps, double? smallest)
    {
        var end = 1.0 / config.TrainSteps;
        double[] values = [.. Enumerable.Range(0, steps + 1).Select(i => FlowSigmas.Shift((double)i / steps * (1 - end), config.FlowShift)).Reverse().Take(steps)];
        var last = config.FinalSigmaZero ? 0 : smallest ?? (float)values[^1];
        return new(Array.ConvertAll(values, sigma => Math.Floor(sigma * config.TrainSteps)), Single(values), last);
    }
}
