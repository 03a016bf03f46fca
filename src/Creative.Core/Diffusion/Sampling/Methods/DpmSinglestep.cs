using System.Collections.Immutable;
using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>
/// Lu et al. 2022, arXiv:2206.00927, algorithms 1 and 2, and arXiv:2211.01095, algorithm 1: steps of first, second and third order take
/// turns over the timesteps, and those of higher order begin where the last of first order began.
/// </summary>
internal static class DpmSinglestep
{
    private const int Start = 0;

    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var config = schedule.Config;
        var last = RatioGrid.StepsAbove(schedule);
        var timesteps = given ?? Array.ConvertAll(Timesteps.Linspace(last, steps + 1)[..^1], Math.Round);
        var grid = DpmMultistep.GridOf(config, RatioGrid.Preserving(schedule, steps, timesteps, lastOfSpread: false));
        return grid with { Orders = Orders(config, grid.Steps) };
    }

    /// <summary>Estimates m of this step, m1 and m2 of the two before; with h, r·h and q·h from the beginning to the end, to m and to m1.</summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        state.Remember(DpmWeights.Estimate(grid.Config.Algorithm, state));
        var order = grid.Order(step, state.Known);
        if (order == 1)
        {
            state.Sample.CopyTo(state.Kept(Start));
        }

        var (from, to) = (grid.Levels[step - order + 1], grid.Levels[step + 1]);
        var weights = DpmWeights.Of(grid.Config.Algorithm, from, to);
        var (h, heun) = (to.Lambda - from.Lambda, grid.Config.Solver is SolverType.Heun);
        var (last, middle) = (0.0, 0.0);
        if (order > 1)
        {
            var r = (grid.Levels[step].Lambda - from.Lambda) / h;
            last = (order == 3 || heun ? weights.Slope : weights.Middle) / r;
            if (order == 3 && heun)
            {
                var q = (grid.Levels[step - 1].Lambda - from.Lambda) / h;
                (last, middle) = (((-weights.Slope * q) + (2 * weights.Curve)) / (r - q) / r, ((weights.Slope * r) - (2 * weights.Curve)) / (r - q) / q);
            }
        }

        Latents.Combine(weights.Sample, state.Kept(Start), weights.Value - last - middle, state.Past(order - 1), state.Sample);
        if (order > 1)
        {
            Latents.Add(last, state.Past(0), state.Sample);
            Latents.Add(middle, state.Past(1), state.Sample);
        }

        weights.AddRandom(state);
    }

    /// <summary>Rounds of 1, 2 (and 3); where the steps are no whole rounds, or must end at low order, low orders make up the end.</summary>
    private static ImmutableArray<int> Orders(SchedulerConfig config, int steps)
    {
        var order = config.SolverOrder;
        if (order == 1 || (!config.LowerOrderFinal && !config.FinalSigmaZero && steps % order == 0))
        {
            return [.. Enumerable.Range(0, steps).Select(i => (i % order) + 1)];
        }

        int[] end = (order, steps % order) switch { (2, 0) => [1, 1], (3, 0) => [1, 2, 1], (3, 2) => [1, 2], _ => [1] };
        int[] orders = [.. Enumerable.Range(0, steps - end.Length).Select(i => (i % order) + 1), .. end];
        orders[^1] = config.FinalSigmaZero ? 1 : orders[^1];
        return [.. orders];
    }
}
