using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>Song, Meng, Ermon 2020, "Denoising Diffusion Implicit Models", arXiv:2010.02502.</summary>
internal static class Ddim
{
    /// <summary>A step ends at the next timestep of the grid, or where the config says a whole stride lower.</summary>
    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var config = schedule.Config;
        double[] timesteps = [.. given ?? Array.ConvertAll(Timesteps.Plain(config, steps), Math.Round)];
        var stride = config.TrainSteps / steps;
        return new StepGrid([.. timesteps], [.. timesteps.Append(-1).Select(t => LevelAt(schedule, t))], InitialScale: 1)
        {
            Config = config,
            Targets = config.WholeStrides ? [.. timesteps.Select(t => LevelAt(schedule, t - stride))] : default,
            Limit = config.Threshold ?? Clip(config),
        };
    }

    /// <summary>Equation 12: x' = α'·x0 + √(σ'² − s²)·ε + s·z with s = η·σ'/σ·√(1 − α²/α'²).</summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        var (from, to) = (grid.Levels[step], grid.Target(step));
        var eta = grid.Config.Eta ?? 0;
        var random = eta == 0 ? 0 : eta * to.Sigma / from.Sigma * Math.Sqrt(Math.Max(0, 1 - (from.Alpha * from.Alpha / (to.Alpha * to.Alpha))));
        Latents.Combine(to.Alpha, state.Clean, Math.Sqrt(Math.Max(0, (to.Sigma * to.Sigma) - (random * random))), state.Noise, state.Sample);
        if (eta > 0)
        {
            state.AddRandom(random);
        }
    }

    /// <summary>The same towards the noise: the sample is at the level before each timestep and goes to that of the timestep.</summary>
    public static StepGrid InverseGrid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var config = schedule.Config;
        double[] timesteps = [.. given ?? Array.ConvertAll(Timesteps.Plain(config, steps), Math.Round).AsEnumerable().Reverse()];
        var stride = config.TrainSteps / steps;
        double[] from = [.. timesteps.Select(t => Math.Min(t - stride, config.TrainSteps - 1))];
        return new StepGrid([.. timesteps], [.. from.Append(timesteps[^1]).Select(t => LevelAt(schedule, t))], InitialScale: 1)
        {
            Config = config,
            Targets = [.. timesteps.Select(t => LevelAt(schedule, t))],
            Limit = Clip(config),
        };
    }

    /// <param name="timestep">Below 0 for the end.</param>
    public static NoiseLevel LevelAt(NoiseSchedule schedule, double timestep) => NoiseLevel.Preserving(
        timestep >= 0 ? schedule.AlphasCumprod[(int)timestep] : schedule.Config.SetAlphaToOne ? 1 : schedule.AlphasCumprod[0]);

    public static CleanLimit? Clip(SchedulerConfig config) => config.ClipSampleRange is { } range ? new CleanLimit(range) : null;
}
