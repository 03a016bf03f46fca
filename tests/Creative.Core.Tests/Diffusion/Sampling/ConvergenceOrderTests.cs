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
        var (coarse, fine) = (Error(Samplers.Named(name), steps: 40), Error(Samplers.Named(name), steps: 80));
        Assert.Equal(order, Math.Log2(coarse / fine), 0.2);
    }

    [Fact]
    public void Each_sampler_of_the_table_has_an_order_to_be_tested() =>
        Assert.Equal(["ddim", "dpmpp_2m", "euler"], Samplers.All.Keys.Order(StringComparer.Ordinal));

    private static double Error(Sampler sampler, int steps)
    {
        var ratios = Enumerable.Range(0, steps + 1).Select(i => Math.Exp(1.5 - (3.5 * i / steps)));
        var levels = ratios.Select(ratio => sampler.Name == "euler" ? NoiseLevel.Exploding(ratio) : NoiseLevel.PreservingFromRatio(ratio));
        var grid = new StepGrid([.. Enumerable.Range(0, steps).Select(i => (double)i)], [.. levels], InitialScale: 1);
        var start = grid.Levels[0];
        float[] sample = [-1.5f, 0.3f, 2.1f];
        var exact = sample.Select(x => (start.Alpha * Mean) + (x * Spread(start))).ToArray();
        var result = Loop.Run(
            sampler, grid, PredictionType.Sample, Array.ConvertAll(exact, x => (float)x), (scaled, t) => (float)Ideal(scaled, grid.Levels[(int)t]));
        var end = grid.Levels[^1];
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
