namespace Creative.Core.Diffusion.Sampling;

/// <summary>Song, Meng, Ermon 2020, "Denoising Diffusion Implicit Models", arXiv:2010.02502.</summary>
internal static class Ddim
{
    /// <summary>
    /// A step ends at the next timestep of the grid. (Some implementations end it a whole stride lower, which differs
    /// when the number of steps does not divide that of the training steps.)
    /// </summary>
    public static StepGrid Grid(NoiseSchedule schedule, int steps)
    {
        var config = schedule.Config;
        var timesteps = Array.ConvertAll(Timesteps.Plain(config, steps), Math.Round);
        var last = config.SetAlphaToOne ? 1 : schedule.AlphasCumprod[0];
        var levels = timesteps.Select(t => NoiseLevel.Preserving(schedule.AlphasCumprod[(int)t])).Append(NoiseLevel.Preserving(last));
        return new StepGrid([.. timesteps], [.. levels], InitialScale: 1) { CleanRange = (float?)config.ClipSampleRange };
    }

    /// <summary>Equation 12 with η = 0: x' = α'·x0 + σ'·ε.</summary>
    public static void Step(StepGrid grid, int step, Span<float> sample, Estimate estimate)
    {
        var next = grid.Levels[step + 1];
        Latents.Combine(next.Alpha, estimate.Clean, next.Sigma, estimate.Noise, sample);
    }
}
