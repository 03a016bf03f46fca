using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>
/// Xue, Yi, Luo, Zhang, Sun, Li, Ma 2023, "SA-Solver: Stochastic Adams Solver", arXiv:2309.05019: predictor and corrector of the
/// stochastic equation with noise τ, which is 1 from timestep 200 to 800 and else 0.
/// </summary>
internal static class SaSolver
{
    public const int MostOrder = 3;
    private const int Start = 0;
    private const int LastNoise = 1;

    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given) =>
        DpmMultistep.GridOf(schedule.Config, RatioGrid.Preserving(schedule, steps, given, lastOfSpread: true, RatioGrid.StepsAbove(schedule)));

    /// <summary>Algorithm 1: corrects the last step with the estimate found at its end, then predicts the next.</summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        var config = grid.Config;
        var estimate = config.PredictClean ? state.Clean : state.Noise;
        var known = state.Known;
        if (known > 0)
        {
            var order = Math.Min(config.LowerOrderFinal ? Math.Min(config.CorrectorOrder, grid.Steps - step + 2) : config.CorrectorOrder, known + 1);
            state.Kept(Start).CopyTo(state.Sample);
            state.Remember(estimate);
            Move(grid, step - 1, step, order, state, state.Kept(LastNoise));
        }
        else
        {
            state.Remember(estimate);
        }

        var predictor = Math.Min(config.LowerOrderFinal ? Math.Min(config.SolverOrder, grid.Steps - step) : config.SolverOrder, known + 1);
        state.Random.Normal(state.Kept(LastNoise));
        state.Sample.CopyTo(state.Kept(Start));
        Move(grid, step, step, predictor, state, state.Kept(LastNoise));
    }

    /// <summary>Equations 14 and 17: from level <paramref name="step"/> to the next with the estimates at <paramref name="newest"/> and before.</summary>
    private static void Move(StepGrid grid, int step, int newest, int order, SampleState state, ReadOnlySpan<float> noise)
    {
        var (from, to, clean) = (grid.Levels[step], grid.Levels[step + 1], grid.Config.PredictClean);
        var tau = grid.Timesteps[step] is >= 200 and <= 800 ? 1.0 : 0;
        var (h, rate) = (to.Lambda - from.Lambda, 1 + (tau * tau));
        Span<double> nodes = stackalloc double[order];
        Span<double> weights = stackalloc double[order];
        for (var i = 0; i < order; i++)
        {
            nodes[i] = grid.Levels[newest - i].Lambda - to.Lambda;
        }

        for (var i = 0; i < order; i++)
        {
            weights[i] = Integral(nodes, i, -h, clean ? rate : -1);
        }

        if (clean && order == 2)
        {
            // The slope's weight is replaced by one that a single noisy step likes better; the order stays.
            var exact = ((h * rate) - 1 + Math.Exp(-rate * h)) / (rate * rate);
            var change = newest == step ? ((h * h / 2) - exact) / (from.Lambda - grid.Levels[step - 1].Lambda) : (h / 2) - (exact / h);
            weights[0] += change;
            weights[1] -= change;
        }

        var (keep, outer, random) = clean
            ? (Math.Exp(-tau * tau * h) * to.Sigma / from.Sigma, rate * to.Alpha, to.Sigma * Math.Sqrt(-double.ExpM1(-2 * tau * tau * h)))
            : (to.Alpha / from.Alpha, -rate * to.Sigma, tau * to.Sigma * Math.Sqrt(double.ExpM1(2 * h)));
        Latents.Scale(keep, state.Sample, state.Sample);
        for (var i = 0; i < order; i++)
        {
            Latents.Add(outer * weights[i], state.Past(i), state.Sample);
        }

        Latents.Add(random, noise, state.Sample);
    }

    /// <summary>∫ L(u)·e^(rate·u) du from <paramref name="start"/> to 0, with L the Lagrange polynomial of one node.</summary>
    private static double Integral(ReadOnlySpan<double> nodes, int node, double start, double rate)
    {
        // Coefficients of L, constant first.
        Span<double> terms = stackalloc double[MostOrder + 1];
        terms[0] = 1;
        var degree = 0;
        for (var k = 0; k < nodes.Length; k++)
        {
            if (k != node)
            {
                var divisor = nodes[node] - nodes[k];
                for (var i = ++degree; i >= 0; i--)
                {
                    terms[i] = ((i > 0 ? terms[i - 1] : 0) - (nodes[k] * terms[i])) / divisor;
                }
            }
        }

        // ∫ uⁿ·e^(rate·u) = uⁿ·e^(rate·u)/rate − n/rate·∫ uⁿ⁻¹·e^(rate·u).
        var (sum, moment) = (0.0, 0.0);
        for (var n = 0; n <= degree; n++)
        {
            var ends = n == 0 ? -double.ExpM1(rate * start) : -Math.Pow(start, n) * Math.Exp(rate * start);
            moment = (ends - (n * moment)) / rate;
            sum += terms[n] * moment;
        }

        return sum;
    }
}
