using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>Ho, Jain, Abbeel 2020, "Denoising Diffusion Probabilistic Models", arXiv:2006.11239.</summary>
internal static class Ddpm
{
    private const float LeastVariance = 1e-20f;

    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given) =>
        Grid(schedule, [.. given ?? Array.ConvertAll(Timesteps.Plain(schedule.Config, steps), Math.Round)]);

    /// <summary>Ramesh et al. 2022, "Hierarchical Text-Conditional Image Generation with CLIP Latents", arXiv:2204.06125: both ends included.</summary>
    public static StepGrid UnclipGrid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var stride = steps > 1 ? (schedule.Config.TrainSteps - 1.0) / (steps - 1) : 0;
        return Grid(schedule, [.. given ?? [.. Enumerable.Range(0, steps).Select(i => Math.Round(i * stride)).Reverse()]]);
    }

    private static StepGrid Grid(NoiseSchedule schedule, double[] timesteps)
    {
        var config = schedule.Config;
        return new StepGrid([.. timesteps], [.. timesteps.Append(-1).Select(t => NoiseLevel.Preserving(SignalAt(schedule, t)))], InitialScale: 1)
        {
            Config = config,
            Limit = config.Threshold ?? Ddim.Clip(config),
            Weights = [.. timesteps.Select((t, i) => Weights(schedule, t, i + 1 < timesteps.Length ? timesteps[i + 1] : -1))],
        };
    }

    /// <summary>
    /// Equations 6 and 7 over a stride, with a = ᾱ/ᾱ' and b = 1 − a: x' = √ᾱ'·b/(1 − ᾱ)·x0 + √a·(1 − ᾱ')/(1 − ᾱ)·x + s·z; the step
    /// from timestep 0 adds no noise. In single precision, which the published sums show.
    /// </summary>
    private static StepWeights Weights(NoiseSchedule schedule, double timestep, double next)
    {
        float signal = SignalAt(schedule, timestep), signalAfter = SignalAt(schedule, next);
        var single = schedule.Config.Sampler == "unclip" && next == timestep - 1;
        var share = single ? 1 - schedule.Betas[(int)timestep] : signal / signalAfter;
        var beta = single ? schedule.Betas[(int)timestep] : 1 - share;
        var variance = MathF.Max((1 - signalAfter) / (1 - signal) * beta, LeastVariance);
        return new(
            MathF.Sqrt(signalAfter) * beta / (1 - signal),
            MathF.Sqrt(share) * (1 - signalAfter) / (1 - signal),
            0,
            timestep > 0 ? MathF.Sqrt(schedule.Config.Variance is VarianceType.FixedLarge ? beta : variance) : null);
    }

    private static float SignalAt(NoiseSchedule schedule, double timestep) => timestep < 0 ? 1 : schedule.AlphasCumprod[(int)timestep];
}
