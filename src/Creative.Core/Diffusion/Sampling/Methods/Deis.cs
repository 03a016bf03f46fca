using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>Zhang and Chen 2022, "Fast Sampling of Diffusion Models with Exponential Integrator", arXiv:2204.13902: ρAB in log ρ.</summary>
internal static class Deis
{
    /// <summary>Without noise, noise predicts nothing: the last step ends at the schedule's cleanest level.</summary>
    public static SchedulerConfig Configure(SchedulerConfig config) => config with { FinalSigmaZero = false };

    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given) =>
        DpmMultistep.GridOf(schedule.Config, RatioGrid.Preserving(schedule, steps, given, lastOfSpread: true));

    /// <summary>With ρ = σ/α: x'/α' = x/α + Σ ε·∫L dρ, with L the Lagrange polynomials of the last estimates over log ρ.</summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        var (from, to) = (grid.Levels[step], grid.Levels[step + 1]);
        state.Remember(state.Noise);
        var order = grid.Order(step, state.Known);
        Latents.Scale(to.Alpha / from.Alpha, state.Sample, state.Sample);
        Span<double> logs = stackalloc double[order];
        for (var i = 0; i < order; i++)
        {
            logs[i] = -grid.Levels[step - i].Lambda;
        }

        for (var i = 0; i < order; i++)
        {
            var weight = Integral(to.Sigma / to.Alpha, logs, i) - Integral(from.Sigma / from.Alpha, logs, i);
            Latents.Add(to.Alpha * weight, state.Past(i), state.Sample);
        }
    }

    /// <summary>∫L dρ with L the polynomial of one node: ∫ log ρ = ρ(log ρ − 1) and ∫ log² ρ = ρ(log² ρ − 2·log ρ + 2).</summary>
    private static double Integral(double rho, ReadOnlySpan<double> logs, int node)
    {
        if (logs.Length == 1)
        {
            return rho;
        }

        var log = Math.Log(rho);
        if (logs.Length == 2)
        {
            var other = logs[1 - node];
            return rho * (log - 1 - other) / (logs[node] - other);
        }

        var (b, c) = (logs[(node + 1) % 3], logs[(node + 2) % 3]);
        return rho * ((log * log) - (2 * log) + 2 - ((b + c) * (log - 1)) + (b * c)) / ((logs[node] - b) * (logs[node] - c));
    }
}
