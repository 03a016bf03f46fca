using Creative.Core.Diffusion.Sampling;
using Xunit;

namespace Creative.Core.Tests.Diffusion.Sampling;

/// <summary>
/// Data that are normal, mean m and deviation d, have an ideal denoiser in closed form,
/// E[x0|x] = (α·d²·x + σ²·m)/(α²d² + σ²), and an exact path: (x − α·m)/√(α²d² + σ²) stays the same.
/// So the error of a sampler is known, and must fall with the step size to the power of its order.
/// </summary>
public sealed class ConvergenceOrderTests
{
    private const double Mean = 0.7;
    private const double Deviation = 0.4;

    [Theory]
    [InlineData("ddim", 1)]
    [InlineData("euler", 1)]
    [InlineData("dpmpp_2m", 2)]
    public void The_error_falls_with_the_order_of_the_method(string name, double order)
    {
        var (coarse, fine) = (Error(name, steps: 40), Error(name, steps: 80));
        Assert.Equal(order, Math.Log2(coarse / fine), 0.2);
    }

    /// <summary>Over the grids that the samplers make themselves, even in the logarithm of the noise; without the last step to no noise.</summary>
    [Theory]
    [InlineData("euler", 2, 1)]
    [InlineData("heun", 2, 2)]
    [InlineData("kdpm2", 2, 2)]
    [InlineData("dpm_multistep", 1, 1)]
    [InlineData("dpm_multistep", 2, 2)]
    [InlineData("dpm_multistep", 3, 3)]
    [InlineData("dpm_singlestep", 2, 2)]
    [InlineData("dpm_singlestep", 3, 3)]
    [InlineData("deis", 2, 2)]
    [InlineData("deis", 3, 3)]
    [InlineData("unipc", 2, 3)]
    public void The_error_falls_with_the_order_over_its_own_grid(string name, int solverOrder, double order)
    {
        double ErrorOf(int steps)
        {
            var sampler = Samplers.Named(name);
            var config = new SchedulerConfig
            {
                BetaStart = 0.00085, BetaEnd = 0.012, BetaSchedule = BetaSchedule.ScaledLinear, Prediction = PredictionType.Sample,
                Sigmas = SigmaSpacing.Exponential, SigmaMax = 14, SigmaMin = 0.3, SolverOrder = solverOrder, LowerOrderFinal = false, FinalSigmaZero = false,
            };
            var grid = sampler.Grid(sampler.Schedule(config), steps);
            return Error(sampler, grid, grid.Steps - 1);
        }

        // One and two whole rounds of orders 1, 2 and 3, and the step that is left out.
        Assert.Equal(order, Math.Log2(ErrorOf(25) / ErrorOf(49)), 0.5);
    }

    private static double Error(string name, int steps)
    {
        var ratios = Enumerable.Range(0, steps + 1).Select(i => Math.Exp(1.5 - (3.5 * i / steps)));
        var levels = ratios.Select(ratio => name == "euler" ? NoiseLevel.Exploding(ratio) : NoiseLevel.PreservingFromRatio(ratio));
        var grid = new StepGrid([.. Enumerable.Range(0, steps).Select(i => (double)i)], [.. levels], InitialScale: 1)
        {
            Config = new SchedulerConfig { Prediction = PredictionType.Sample },
        };
        return Error(Samplers.Named(name), grid, steps);
    }

    private static double Error(Sampler sampler, StepGrid grid, int steps)
    {
        float[] sample = [-1.5f, 0.3f, 2.1f];
        var exact = sample.Select(x => (grid.Levels[0].Alpha * Mean) + (x * Spread(grid.Levels[0]))).ToArray();
        var result = Loop.Run(sampler, grid, Array.ConvertAll(exact, x => (float)x), (scaled, step) => (float)Ideal(scaled, grid.Levels[step]), steps: steps);
        var end = grid.Levels[steps];
        return result.Zip(sample, (x, z) => Math.Abs(x - ((end.Alpha * Mean) + (z * Spread(end))))).Max();
    }

    private static double Ideal(double scaled, NoiseLevel level)
    {
        var x = scaled / level.InputScale;
        var (alpha, variance) = (level.Alpha, level.Sigma * level.Sigma);
        return ((alpha * Deviation * Deviation * x) + (variance * Mean)) / Math.Pow(Spread(level), 2);
    }

    private static double Spread(NoiseLevel level) =>
        Math.Sqrt((level.Alpha * level.Alpha * Deviation * Deviation) + (level.Sigma * level.Sigma));
}
