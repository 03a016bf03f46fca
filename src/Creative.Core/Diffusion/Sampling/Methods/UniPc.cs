using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>Zhao, Bai, Rao, Zhou, Lu 2023, "UniPC: A Unified Predictor-Corrector Framework", arXiv:2302.04867.</summary>
internal static class UniPc
{
    private const int MostOrder = 3;
    private const int Start = 0;

    /// <summary>What other solvers call their type means nothing here.</summary>
    public static SchedulerConfig Configure(SchedulerConfig config) => config with { Solver = config.Solver is SolverType.Bh1 ? SolverType.Bh1 : SolverType.Bh2 };

    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var config = schedule.Config;
        var ratios = config.FlowSigmas ? Flow(schedule, steps) : RatioGrid.Preserving(schedule, steps, given, lastOfSpread: true);
        return DpmMultistep.GridOf(config, ratios) with
        {
            Orders = [.. ratios.Timesteps.Select((_, i) => config.LowerOrderFinal ? Math.Min(config.SolverOrder, ratios.Timesteps.Length - i) : config.SolverOrder)],
            NoiseFollowsLimit = false,
        };
    }

    /// <summary>Corrects what the step before predicted with the estimate found there (algorithm 6), and predicts (algorithm 5).</summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        var estimate = grid.Config.PredictClean ? state.Clean : state.Noise;
        if (state.Known > 0 && !(!grid.Config.UncorrectedSteps.IsDefault && grid.Config.UncorrectedSteps.Contains(step - 1)))
        {
            state.Kept(Start).CopyTo(state.Sample);
            Move(grid, step - 1, grid.Order(step - 1, state.Known), state, estimate);
        }

        state.Remember(estimate);
        state.Sample.CopyTo(state.Kept(Start));
        Move(grid, step, grid.Order(step, state.Known), state, default);
    }

    /// <summary>From one level to the next, with B(h)·Σ ρ·(m − m0)/r; ρ solves equation 5 of the paper.</summary>
    /// <param name="reached">The estimate at the end, for the corrector; empty for the predictor.</param>
    private static void Move(StepGrid grid, int step, int order, SampleState state, ReadOnlySpan<float> reached)
    {
        var (from, to, clean) = (grid.Levels[step], grid.Levels[step + 1], grid.Config.PredictClean);
        var length = to.Lambda - from.Lambda;
        var h = clean ? -length : length;
        var phi = double.ExpM1(h);
        var b = grid.Config.Solver is SolverType.Bh1 ? h : phi;
        var outer = clean ? to.Alpha : to.Sigma;
        Span<double> ratios = stackalloc double[MostOrder];
        Span<double> rhos = stackalloc double[MostOrder];
        for (var i = 1; i < order; i++)
        {
            ratios[i - 1] = (grid.Levels[step - i].Lambda - from.Lambda) / length;
        }

        ratios[order - 1] = 1;
        var unknowns = reached.IsEmpty ? order - 1 : order;
        Solve(ratios[..unknowns], h, b, rhos);

        var value = -outer * phi;
        for (var i = 0; i < unknowns; i++)
        {
            value += outer * b * rhos[i] / ratios[i];
        }

        Latents.Combine(clean ? to.Sigma / from.Sigma : to.Alpha / from.Alpha, state.Sample, value, state.Past(0), state.Sample);
        for (var i = 0; i < unknowns; i++)
        {
            var estimate = i == order - 1 ? reached : state.Past(i + 1);
            Latents.Add(-outer * b * rhos[i] / ratios[i], estimate, state.Sample);
        }
    }

    /// <summary>Σ r^(i−1)·ρ = i!·φ_(i+1)(h)·h/B(h) for i = 1, 2 …; a single ρ is ½ by remark 3.2 of the paper.</summary>
    private static void Solve(ReadOnlySpan<double> ratios, double h, double b, Span<double> rhos)
    {
        if (ratios.Length <= 1)
        {
            rhos[0] = 0.5;
            return;
        }

        var size = ratios.Length;
        Span<double> rows = stackalloc double[MostOrder * (MostOrder + 1)];
        var (phi, factorial) = ((double.ExpM1(h) / h) - 1, 1.0);
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < size; k++)
            {
                rows[(i * (MostOrder + 1)) + k] = Math.Pow(ratios[k], i);
            }

            rows[(i * (MostOrder + 1)) + size] = phi * factorial / b;
            factorial *= i + 2;
            phi = (phi / h) - (1 / factorial);
        }

        Eliminate(rows, size, rhos);
    }

    private static void Eliminate(Span<double> rows, int size, Span<double> result)
    {
        const int Width = MostOrder + 1;
        for (var i = 0; i < size; i++)
        {
            for (var row = 0; row < size; row++)
            {
                var factor = row == i ? 0 : rows[(row * Width) + i] / rows[(i * Width) + i];
                for (var k = i; k <= size && factor != 0; k++)
                {
                    rows[(row * Width) + k] -= factor * rows[(i * Width) + k];
                }
            }
        }

        for (var i = 0; i < size; i++)
        {
            result[i] = rows[(i * Width) + size] / rows[(i * Width) + i];
        }
    }

    private static Ratios Flow(NoiseSchedule schedule, int steps)
    {
        const double Below = 1e-6;
        var config = schedule.Config;
        var table = schedule.Ratios();
        double[] sigmas;
        if (config.Sigmas is SigmaSpacing.Karras)
        {
            sigmas = Array.ConvertAll(SigmaSpread.Of(config.Sigmas, steps, config.SigmaMax ?? table[^1], config.SigmaMin ?? table[0]), ratio => ratio / (ratio + 1));
        }
        else
        {
            var end = 1.0 / config.TrainSteps;
            sigmas = [.. Enumerable.Range(0, steps).Select(i => FlowSigmas.Shift(1 + ((double)i / steps * (end - 1)), config.FlowShift))];
            sigmas = config.ShiftTerminal is { } terminal ? FlowSigmas.Stretch(sigmas, terminal) : sigmas;

            // At a share of 1 there is no signal, and its logarithm is not finite.
            sigmas[0] = Math.Abs(sigmas[0] - 1) < Below ? sigmas[0] - Below : sigmas[0];
        }

        var single = RatioGrid.Single(sigmas);
        return new(Array.ConvertAll(sigmas, sigma => Math.Floor(sigma * config.TrainSteps)), single, config.FinalSigmaZero ? 0 : single[^1]);
    }
}
