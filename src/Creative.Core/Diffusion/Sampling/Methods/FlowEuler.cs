using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>Lipman et al. 2022, arXiv:2210.02747, and Esser et al. 2024, arXiv:2403.03206: Euler's method along a straight flow.</summary>
internal static class FlowEuler
{
    /// <summary>The cleanest level is shifted twice, once as the schedule's smallest and once with all the others, as in diffusers.</summary>
    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var config = schedule.Config;
        double largest = (float)FlowSigmas.Shift(1, config.FlowShift), smallest = (float)FlowSigmas.Shift(1f / config.TrainSteps, config.FlowShift);
        double[] sigmas = given is null
            ? [.. Enumerable.Range(0, steps).Select(i => largest + (i * (steps > 1 ? (smallest - largest) / (steps - 1) : 0)))]
            : [.. given.Select(t => t / config.TrainSteps)];
        sigmas = Array.ConvertAll(sigmas, sigma => FlowSigmas.Shift(sigma, config.FlowShift));
        sigmas = config.ShiftTerminal is { } terminal ? FlowSigmas.Stretch(sigmas, terminal) : sigmas;
        sigmas = config.Sigmas is SigmaSpacing.Timesteps ? sigmas : SigmaSpread.Of(config.Sigmas, sigmas.Length, sigmas[0], sigmas[^1]);
        var levels = RatioGrid.Single(config.InvertSigmas ? Array.ConvertAll(sigmas, sigma => 1 - sigma) : sigmas);
        return new StepGrid(
            [.. levels.Select(level => (double)((float)level * config.TrainSteps))],
            [.. levels.Append(config.InvertSigmas ? 1 : 0).Select(NoiseLevel.Flow)],
            InitialScale: 1) { Config = config };
    }

    /// <summary>x' = x + (σ' − σ)·v, which is (1 − σ')·x0 + σ'·ε; with stochastic sampling ε is fresh.</summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        var to = grid.Levels[step + 1];
        if (grid.Config.StochasticSampling)
        {
            Latents.Scale(to.Alpha, state.Clean, state.Sample);
            state.AddRandom(to.Sigma);
        }
        else
        {
            Latents.Combine(to.Alpha, state.Clean, to.Sigma, state.Noise, state.Sample);
        }
    }
}
