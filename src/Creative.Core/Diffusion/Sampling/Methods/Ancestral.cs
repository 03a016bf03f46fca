using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>
/// Steps that go below the next level and come back up with fresh noise: Song et al. 2020, arXiv:2011.13456, appendix F, in the
/// space of Karras et al. 2022 as in K. Crowson's k-diffusion.
/// </summary>
internal static class Ancestral
{
    /// <summary>Only with the levels of the timesteps, as in diffusers.</summary>
    public static SchedulerConfig Configure(SchedulerConfig config) => config with { Sigmas = SigmaSpacing.Timesteps };

    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given) =>
        Euler.GridOf(schedule.Config, RatioGrid.Exploding(schedule, steps, given));

    /// <summary>Euler's step to the lower level, then noise.</summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        var from = grid.Levels[step].Sigma;
        var (down, up) = Split(from, grid.Target(step).Sigma);
        Euler.Towards(down, from, state.Clean, state.Sample);
        state.AddRandom(up);
    }

    /// <summary>up = √(σ'²·(σ² − σ'²)/σ²) and down = √(σ'² − up²).</summary>
    public static (double Down, double Up) Split(double from, double to)
    {
        var up = Math.Min(to, Math.Sqrt(Math.Max(0, to * to * ((from * from) - (to * to)) / (from * from))));
        return (Math.Sqrt(Math.Max(0, (to * to) - (up * up))), up);
    }
}
