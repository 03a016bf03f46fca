namespace Creative.Core.Diffusion.Sampling;

/// <summary>Lu, Zhou, Bao, Chen, Li, Zhu 2022, "DPM-Solver++: Fast Solver for Guided Sampling", arXiv:2211.01095.</summary>
internal static class DpmSolverPlusPlus
{
    /// <summary>Fewer steps than this end with one of first order, which is the steadier one on a coarse grid.</summary>
    private const int ManySteps = 15;

    public static StepGrid Grid(NoiseSchedule schedule, int steps)
    {
        var config = schedule.Config;
        var table = schedule.Ratios();
        var timesteps = config.Spacing switch
        {
            TimestepSpacing.Linspace => Array.ConvertAll(Timesteps.Linspace(config.TrainSteps, steps + 1)[..^1], Math.Round),
            TimestepSpacing.Leading => Timesteps.Leading(config.TrainSteps, steps + 1, config.StepsOffset)[..^1],
            _ => Timesteps.Trailing(config.TrainSteps, steps),
        };
        var ratios = Array.ConvertAll(timesteps, t => Timesteps.Interpolate(table, t));
        if (config.UseKarrasSigmas)
        {
            ratios = KarrasRatios.Spread(steps, table[^1], table[0]);
            timesteps = Array.ConvertAll(ratios, ratio => Math.Round(KarrasRatios.TimestepOf(ratio, table)));
        }

        var last = config.FinalSigmaZero ? 0.0 : table[0];
        return new StepGrid([.. timesteps], [.. ratios.Append(last).Select(NoiseLevel.PreservingFromRatio)], InitialScale: 1)
        {
            FirstOrderEnd = config.FinalSigmaZero || (config.LowerOrderFinal && steps < ManySteps),
        };
    }

    /// <summary>
    /// Algorithm 2: with h = λ' − λ and r = (λ − λ before)/h, D = x0 + (x0 − x0 before)/(2r) and
    /// x' = (σ'/σ)·x − α'·(e^−h − 1)·D. The first step, and the last where the grid says so, take D = x0.
    /// </summary>
    public static void Step(StepGrid grid, int step, Span<float> sample, Estimate estimate)
    {
        var (from, to) = (grid.Levels[step], grid.Levels[step + 1]);
        var h = to.Lambda - from.Lambda;
        var clean = -to.Alpha * double.ExpM1(-h);
        var firstOrder = step == 0 || h == 0 || (step == grid.Steps - 1 && grid.FirstOrderEnd);
        if (firstOrder)
        {
            Latents.Combine(to.Sigma / from.Sigma, sample, clean, estimate.Clean, sample);
            return;
        }

        var slope = h / (2 * (from.Lambda - grid.Levels[step - 1].Lambda));
        Latents.Combine(to.Sigma / from.Sigma, sample, clean * (1 + slope), estimate.Clean, sample);
        Latents.Combine(1, sample, -clean * slope, estimate.CleanBefore, sample);
    }
}
