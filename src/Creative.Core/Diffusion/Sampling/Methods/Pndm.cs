using Creative.Core.Diffusion.Sampling.Spacing;

namespace Creative.Core.Diffusion.Sampling.Methods;

/// <summary>
/// Liu, Ren, Lin, Zhao 2022, "Pseudo Numerical Methods for Diffusion Models on Manifolds", arXiv:2202.09778: three pseudo Runge-Kutta
/// steps of four denoiser runs each (or, without them, one run repeated), then the pseudo linear multistep method.
/// </summary>
internal static class Pndm
{
    public const int MostOrder = 4;
    private const int RungeKuttaRuns = 12;
    private const int Start = 0;
    private const int Sum = 1;

    public static StepGrid Grid(NoiseSchedule schedule, int steps, IReadOnlyList<double>? given)
    {
        var config = schedule.Config;
        var stride = config.TrainSteps / steps;
        double[] plain = [.. given ?? Array.ConvertAll(Timesteps.Plain(config, steps), Math.Round)];
        var skips = config.SkipPrkSteps || plain.Length < MostOrder;
        double[] timesteps = skips
            ? [.. plain.Take(2), .. plain.Skip(1)]
            : [plain[0], .. plain[1..MostOrder].SelectMany(t => (double[])[t + (stride / 2), t + (stride / 2), t, t]).SkipLast(1), .. plain[3..]];
        var weights = timesteps.Select((t, i) =>
            skips && i == 1 ? Weights(schedule, t + stride, t)
            : skips || i >= RungeKuttaRuns ? Weights(schedule, t, t - stride)
            : Weights(schedule, timesteps[i / 4 * 4], t - (i % 2 == 0 ? stride / 2 : 0)));
        return new StepGrid([.. timesteps], [.. timesteps.Append(-1).Select(t => Ddim.LevelAt(schedule, t))], InitialScale: 1)
        {
            Config = config with { SkipPrkSteps = skips },
            Weights = [.. weights],
        };
    }

    /// <summary>Equations 9 to 13. The denoiser's outputs are averaged as they are, and only then understood as noise.</summary>
    public static void Step(StepGrid grid, int step, SampleState state)
    {
        if (grid.Config.Prediction is PredictionType.Velocity)
        {
            var level = grid.Levels[step];
            Latents.Combine(level.Alpha, state.Noise, -level.Sigma, state.Clean, state.Noise);
        }

        if (!grid.Config.SkipPrkSteps && step < RungeKuttaRuns)
        {
            RungeKutta(step % 4, state);
        }
        else
        {
            Multistep(grid.Config.SkipPrkSteps && step == 1 && state.Known == 1, state);
        }

        var weights = grid.Weights[step];
        Latents.Combine(weights.Sample, state.Kept(Start), weights.Noise, state.Noise, state.Sample);
    }

    /// <summary>The noise to move along: that of this run, and at the last of four runs a sixth, a third, a third and a sixth of them.</summary>
    private static void RungeKutta(int run, SampleState state)
    {
        if (run == 0)
        {
            state.Remember(state.Noise);
            state.Kept(Sum).Clear();
            state.Sample.CopyTo(state.Kept(Start));
        }

        Latents.Add(run is 0 or 3 ? 1.0 / 6 : 1.0 / 3, state.Noise, state.Kept(Sum));
        if (run == 3)
        {
            state.Kept(Sum).CopyTo(state.Noise);
        }
    }

    /// <param name="repeats">The run that is repeated improves the first step, from where that began, and is not remembered.</param>
    private static void Multistep(bool repeats, SampleState state)
    {
        if (repeats)
        {
            Latents.Combine(0.5, state.Noise, 0.5, state.Past(0), state.Noise);
            return;
        }

        state.Remember(state.Noise);
        state.Sample.CopyTo(state.Kept(Start));
        Mix(state);
    }

    /// <summary>Adams and Bashforth's weights of as many runs as are known, four at most.</summary>
    public static void Mix(SampleState state)
    {
        ReadOnlySpan<double> weights = Math.Min(state.Known, MostOrder) switch
        {
            1 => [1],
            2 => [3.0 / 2, -1.0 / 2],
            3 => [23.0 / 12, -16.0 / 12, 5.0 / 12],
            _ => [55.0 / 24, -59.0 / 24, 37.0 / 24, -9.0 / 24],
        };
        Latents.Scale(weights[0], state.Past(0), state.Noise);
        for (var i = 1; i < weights.Length; i++)
        {
            Latents.Add(weights[i], state.Past(i), state.Noise);
        }
    }

    /// <summary>Equation 11: x' = α'/α·x + (σ' − σ·α'/α)·ε, with ε = α·v + σ·x where the model predicts v.</summary>
    private static StepWeights Weights(NoiseSchedule schedule, double fromStep, double toStep)
    {
        var (from, to) = (Ddim.LevelAt(schedule, Math.Min(fromStep, schedule.Config.TrainSteps - 1)), Ddim.LevelAt(schedule, toStep));
        var (sample, noise) = (to.Alpha / from.Alpha, to.Sigma - (from.Sigma * to.Alpha / from.Alpha));
        return schedule.Config.Prediction is PredictionType.Velocity
            ? new(0, sample + (noise * from.Sigma), noise * from.Alpha, null)
            : new(0, sample, noise, null);
    }
}
