using System.Collections.Immutable;
using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>
/// Lu, Zhou, Bao, Chen, Li, Zhu 2022, "DPM-Solver++: Fast Solver for Guided Sampling", arXiv:2211.01095, algorithm 2 and its kin of
/// first to third order.
/// </summary>
internal static class DpmMultistep
{
    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var ratios = RatioGrid.Preserving(schedule, steps, given, lastOfSpread: false, RatioGrid.StepsAbove(schedule));
        return GridOf(schedule.Config, ratios);
    }

    /// <summary>From the data to the noise: the levels of the timesteps rise, and the last is the noisiest.</summary>
    public static StepGrid InverseGrid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var config = schedule.Config;
        var table = schedule.Ratios();
        var last = RatioGrid.StepsAbove(schedule);
        double[] timesteps = config.Spacing switch
        {
            TimestepSpacing.Linspace => [.. Array.ConvertAll(Timesteps.Linspace(last, steps + 1), Math.Round).AsEnumerable().Reverse().Take(steps)],
            TimestepSpacing.Leading => [.. Timesteps.Leading(last, steps + 1, config.StepsOffset, config.TrainSteps).AsEnumerable().Reverse().Take(steps)],
            _ => [.. Timesteps.WithoutLast(config, last, steps).AsEnumerable().Reverse()],
        };
        var ratios = new Ratios([.. given ?? timesteps], [.. timesteps.Select(t => Timesteps.Interpolate(table, t))], table[last - 1]);
        if (config.Sigmas is not SigmaSpacing.Timesteps)
        {
            var values = SigmaSpread.Of(config.Sigmas, steps, table[^1], table[0]).AsEnumerable().Reverse().ToArray();
            double Whole(double t) => config.Sigmas is SigmaSpacing.Exponential or SigmaSpacing.Beta ? Math.Floor(t) : Math.Round(t);
            ratios = new Ratios([.. values.Select(value => Whole(SigmaSpread.TimestepOf(value, table)))], values, values[^1]);
        }

        return GridOf(config with { FinalSigmaZero = false }, ratios with { Values = RatioGrid.Single(ratios.Values) });
    }

    /// <summary>For models after Karras et al. 2022.</summary>
    public static StepGrid EdmGrid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var grid = Euler.EdmGrid(schedule, steps, given);
        return grid with { Orders = Orders(grid.Config, grid.Steps), Limit = grid.Config.Threshold };
    }

    public static StepGrid GridOf(SchedulerConfig config, Ratios ratios) =>
        new([.. ratios.Timesteps], [.. ratios.Values.Append(ratios.Last).Select(LevelOf(config))], InitialScale: 1)
        {
            Config = config,
            Limit = config.Threshold,
            NoiseFollowsLimit = true,
            Orders = Orders(config, ratios.Timesteps.Length),
        };

    public static Func<double, NoiseLevel> LevelOf(SchedulerConfig config) => config.FlowSigmas ? NoiseLevel.Flow : NoiseLevel.PreservingFromRatio;

    /// <summary>The last steps of few are of lower order, which is the steadier way on a coarse grid; without noise the last must be.</summary>
    public static ImmutableArray<int> Orders(SchedulerConfig config, int steps)
    {
        const int ManySteps = 15;
        var few = config.LowerOrderFinal && steps < ManySteps;
        return
        [
            .. Enumerable.Range(1, steps).Select(step =>
                step == steps && (config.EulerAtFinal || few || config.FinalSigmaZero) ? 1
                : step == steps - 1 && few ? Math.Min(2, config.SolverOrder)
                : config.SolverOrder),
        ];
    }

    /// <summary>
    /// With the estimates m, m1, m2 of this step and the two before it, h = λ' − λ, r·h the step before and q·h the one before that:
    /// m' = (m − m1)/r; of third order, with e = (m1 − m2)/q: m' + r/(r + q)·(m' − e) and m'' = (m' − e)/(r + q).
    /// </summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        var (from, to) = (grid.Levels[step], grid.Levels[step + 1]);
        var weights = DpmWeights.Of(grid.Config.Algorithm, from, to);
        state.Remember(DpmWeights.Estimate(grid.Config.Algorithm, state));
        var order = grid.Order(step, state.Known);
        if (order == 1)
        {
            Latents.Combine(weights.Sample, state.Sample, weights.Value, state.Past(0), state.Sample);
        }
        else
        {
            var h = to.Lambda - from.Lambda;
            var first = h / (from.Lambda - grid.Levels[step - 1].Lambda);
            var slope = order == 3 || grid.Config.Solver is SolverType.Heun ? weights.Slope : weights.Middle;
            var (now, before, curve) = (slope * first, 0.0, 0.0);
            if (order == 3)
            {
                var second = h / (grid.Levels[step - 1].Lambda - grid.Levels[step - 2].Lambda);
                var (r, q) = (1 / first, 1 / second);
                curve = ((slope * r) + weights.Curve) / (r + q);
                now += curve * first;
                before = curve * second;
            }

            Latents.Combine(weights.Sample, state.Sample, weights.Value + now, state.Past(0), state.Sample);
            Latents.Add(-now - before, state.Past(1), state.Sample);
            if (order == 3)
            {
                Latents.Add(before, state.Past(2), state.Sample);
            }
        }

        weights.AddRandom(state);
    }
}
