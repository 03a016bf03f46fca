using System.Collections.Immutable;
using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>Samplers of models that are distilled to say at once where they would end.</summary>
internal static class Consistency
{
    private const double LcmDeviation = 0.5;
    private const double TcdEta = 0.3;

    /// <summary>Luo, Tan, Huang, Li, Zhao 2023, "Latent Consistency Models", arXiv:2310.04378, algorithm 3, with the boundary scaling of appendix D.</summary>
    public static StepGrid LcmGrid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var config = schedule.Config;
        return Grid(schedule, [.. given ?? Distilled(config, steps)], (t, next) =>
        {
            var scaled = t * config.TimestepScaling;
            var skip = LcmDeviation * LcmDeviation / ((scaled * scaled) + (LcmDeviation * LcmDeviation));
            var share = scaled / Math.Sqrt((scaled * scaled) + (LcmDeviation * LcmDeviation));
            if (next is not { } following)
            {
                return new StepWeights(share, skip, 0, null);
            }

            var level = Ddim.LevelAt(schedule, following);
            return new StepWeights(level.Alpha * share, level.Alpha * skip, 0, level.Sigma);
        }) with { Limit = config.Threshold ?? Ddim.Clip(config) };
    }

    /// <summary>Zheng, Hu, Fan et al. 2024, "Trajectory Consistency Distillation", arXiv:2402.19159, algorithm 4 with γ = η.</summary>
    public static StepGrid TcdGrid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var eta = schedule.Config.Eta ?? TcdEta;
        return Grid(schedule, [.. given ?? Distilled(schedule.Config, steps)], (_, next) =>
        {
            var between = Ddim.LevelAt(schedule, MathF.Floor((float)(1 - eta) * (float)(next ?? 0)));
            if (next is null || eta == 0)
            {
                return new StepWeights(between.Alpha, 0, between.Sigma, null);
            }

            var ratio = Ddim.LevelAt(schedule, next.Value).Alpha / between.Alpha;
            return new StepWeights(ratio * between.Alpha, 0, ratio * between.Sigma, Math.Sqrt(Math.Max(0, 1 - (ratio * ratio))));
        });
    }

    /// <summary>
    /// Song, Dhariwal, Chen, Sutskever 2023, "Consistency Models", arXiv:2303.01469, algorithm 1 and equation 5: back to x0 and up to
    /// the next level with fresh noise. Timesteps are given as training steps.
    /// </summary>
    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var config = schedule.Config;
        var (largest, smallest, data) = (config.SigmaMax ?? 80, config.SigmaMin ?? 0.002, config.SigmaData);
        var (first, end) = (Math.Pow(largest, 1 / config.Rho), Math.Pow(smallest, 1 / config.Rho));
        double[] ramp = [.. (given ?? Timesteps.Leading(config.TrainSteps, steps, 0)).Reverse().Select(t => t / Math.Max(1, config.TrainSteps - 1))];
        var sigmas = Array.ConvertAll(ramp, share => Math.Pow(first + (share * (end - first)), config.Rho));
        var single = RatioGrid.Single([.. sigmas, smallest]);
        return new StepGrid(
            [.. sigmas.Select(sigma => 250 * Math.Log(sigma + 1e-44))],
            [.. single.Select(sigma => NoiseLevel.Exploding(sigma, data))],
            largest)
        {
            Config = config,
            Limit = Ddim.Clip(config),
            Conversions = [.. single.SkipLast(1).Select(Conversion)],
            Weights = [.. single.Skip(1).Select(sigma => new StepWeights(1, 0, 0, sigmas.Length > 1 ? Random(sigma) : null))],
        };

        Conversion Conversion(double sigma)
        {
            var skip = data * data / (((sigma - smallest) * (sigma - smallest)) + (data * data));
            var share = (sigma - smallest) * data / Math.Sqrt((sigma * sigma) + (data * data));
            return new(skip, share, (1 - skip) / sigma, -share / sigma);
        }

        double Random(double sigma)
        {
            var level = Math.Clamp(sigma, smallest, largest);
            return config.NoiseScale * Math.Sqrt(Math.Max(0, (level * level) - (smallest * smallest)));
        }
    }

    private static StepGrid Grid(NoiseSchedule schedule, ImmutableArray<double> timesteps, Func<double, double?, StepWeights> weights) =>
        new(timesteps, [.. timesteps.Append(-1).Select(t => Ddim.LevelAt(schedule, t))], InitialScale: 1)
        {
            Config = schedule.Config,
            Weights = [.. timesteps.Select((t, i) => weights(t, i + 1 < timesteps.Length ? timesteps[i + 1] : null))],
        };

    /// <summary>From the steps that were distilled, evenly.</summary>
    private static double[] Distilled(SchedulerConfig config, int steps)
    {
        if (steps > config.OriginalSteps)
        {
            throw new ArgumentOutOfRangeException(nameof(steps), steps, $"There are {config.OriginalSteps} distilled steps.");
        }

        var (count, stride) = (config.OriginalSteps, config.TrainSteps / config.OriginalSteps);
        return [.. Enumerable.Range(0, steps).Select(i => ((count - Math.Floor(i * ((double)count / steps))) * stride) - 1)];
    }
}
