using System.Collections.Immutable;
using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>
/// DPM-Solver-2, Lu et al. 2022, arXiv:2206.00927, algorithm 1, as K. Crowson's k-diffusion writes it in the space of Karras et al.
/// 2022: to the middle in the logarithm, and with the slope found there the whole way; one denoiser run for the last step.
/// </summary>
internal static class Kdpm2
{
    private const int Start = 0;

    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given) =>
        Grid(schedule, steps, given, (_, to) => to, roundKarras: true);

    public static StepGrid AncestralGrid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given) =>
        Grid(schedule, steps, given, (from, to) => Ancestral.Split(from, to).Down, roundKarras: true);

    /// <summary>For <see cref="DpmSde"/>.</summary>
    public static StepGrid SdeGrid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given) =>
        Grid(schedule, steps, given, (_, to) => to, roundKarras: false);

    /// <summary>Even runs to the middle, odd runs from where that began to the end.</summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        if (step % 2 == 0)
        {
            state.Sample.CopyTo(state.Kept(Start));
            Euler.Step(grid, step, state);
            return;
        }

        Finish(grid, step, grid.Levels[step + 1].Sigma, state);
    }

    /// <summary>The same with fresh noise after each whole step.</summary>
    public static void AncestralStep(StepGrid grid, int step, SampleState state)
    {
        if (step % 2 == 0)
        {
            Step(grid, step, state);
            return;
        }

        var (down, up) = Ancestral.Split(grid.Levels[step - 1].Sigma, grid.Levels[step + 1].Sigma);
        Finish(grid, step, down, state);
        state.AddRandom(up);
    }

    /// <summary>From the beginning of the step with the slope of this run: x' = x + (σ' − σ)·(x'' − x0)/σ''.</summary>
    private static void Finish(StepGrid grid, int step, double to, SampleState state)
    {
        var (from, middle) = (grid.Levels[step - 1].Sigma, grid.Levels[step].Sigma);
        var slope = (to - from) / middle;
        Latents.Combine(slope, state.Sample, -slope, state.Clean, state.Sample);
        Latents.Add(1, state.Kept(Start), state.Sample);
    }

    private static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given, Func<double, double, double> end, bool roundKarras)
    {
        var config = schedule.Config;
        var ratios = RatioGrid.Exploding(schedule, steps, given);
        var grid = Euler.GridOf(config, ratios);
        var table = schedule.Ratios();
        var timesteps = ImmutableArray.CreateBuilder<double>();
        var levels = ImmutableArray.CreateBuilder<NoiseLevel>();
        for (var i = 0; i < grid.Steps; i++)
        {
            var from = ratios.Values[i];
            timesteps.Add(roundKarras && config.Sigmas is SigmaSpacing.Karras ? Math.Round(grid.Timesteps[i]) : grid.Timesteps[i]);
            levels.Add(grid.Levels[i]);
            if (i + 1 < grid.Steps)
            {
                var middle = Math.Sqrt(from * end(from, ratios.Values[i + 1]));
                timesteps.Add(SigmaSpread.TimestepOf(middle, table));
                levels.Add(NoiseLevel.Exploding((float)middle));
            }
        }

        levels.Add(grid.Levels[^1]);
        return grid with { Timesteps = timesteps.ToImmutable(), Levels = levels.ToImmutable() };
    }
}
