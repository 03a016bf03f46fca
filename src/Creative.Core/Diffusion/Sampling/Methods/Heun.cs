using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>Karras et al. 2022, arXiv:2206.00364, algorithm 1 with its second-order part: two denoiser runs a step, one for the last.</summary>
internal static class Heun
{
    private const int Start = 0;
    private const int Slope = 1;

    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var config = schedule.Config;
        var grid = Euler.GridOf(config, RatioGrid.Exploding(schedule, steps, given));
        return grid with
        {
            Timesteps = [.. grid.Timesteps.SelectMany((t, i) => Enumerable.Repeat(t, i == 0 ? 1 : 2))],
            Levels = [.. grid.Levels.SelectMany((level, i) => Enumerable.Repeat(level, i == 0 || i == grid.Steps ? 1 : 2))],
            Limit = Ddim.Clip(config),
        };
    }

    /// <summary>Even runs: d = (x − x0)/σ and x' = x + (σ' − σ)·d; odd runs, from where that began: x' = x + (σ' − σ)·(d + d')/2.</summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        var from = grid.Levels[step].Sigma;
        if (step % 2 == 0)
        {
            state.Sample.CopyTo(state.Kept(Start));
            Latents.Combine(1 / from, state.Sample, -1 / from, state.Clean, state.Kept(Slope));
            Latents.Add(grid.Levels[step + 1].Sigma - from, state.Kept(Slope), state.Sample);
            return;
        }

        var half = (from - grid.Levels[step - 1].Sigma) / 2;
        Latents.Combine(half / from, state.Sample, -half / from, state.Clean, state.Sample);
        Latents.Add(half, state.Kept(Slope), state.Sample);
        Latents.Add(1, state.Kept(Start), state.Sample);
    }
}
