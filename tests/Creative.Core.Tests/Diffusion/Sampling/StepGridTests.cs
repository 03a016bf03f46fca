using Creative.Core.Diffusion.Sampling;
using Xunit;

namespace Creative.Core.Tests.Diffusion.Sampling;

/// <summary>Tables for Stable Diffusion's schedule, as diffusers computes them.</summary>
public sealed class StepGridTests
{
    private static readonly SchedulerConfig Config = new() { BetaStart = 0.00085, BetaEnd = 0.012, BetaSchedule = BetaSchedule.ScaledLinear };

    [Fact]
    public void The_schedule_rounds_where_torch_rounds()
    {
        int[] at = [0, 1, 10, 100, 250, 499, 500, 749, 999];
        float[] expected = [0.999149978f, 0.998296022f, 0.990431309f, 0.894223154f, 0.673792303f, 0.27766943f, 0.276332468f, 0.0566234477f, 0.00466009509f];
        var schedule = new NoiseSchedule(Config);
        Assert.Equal(expected, at.Select(i => schedule.AlphasCumprod[i]));
        Assert.Equal(0.0291675329f, schedule.Ratios()[0]);
        Assert.Equal(14.6146469f, schedule.Ratios()[999]);
    }

    [Theory]
    [InlineData("ddim", TimestepSpacing.Leading, 1, new double[] { 801, 601, 401, 201, 1 })]
    [InlineData("ddim", TimestepSpacing.Trailing, 0, new double[] { 999, 749, 499, 249 })]
    [InlineData("ddim", TimestepSpacing.Trailing, 0, new double[] { 999 })]
    [InlineData("ddim", TimestepSpacing.Linspace, 0, new double[] { 999, 888, 777, 666, 555, 444, 333, 222, 111, 0 })]
    [InlineData("euler", TimestepSpacing.Linspace, 0, new double[] { 999, 888, 777, 666, 555, 444, 333, 222, 111, 0 })]
    [InlineData("euler", TimestepSpacing.Leading, 1, new double[] { 901, 801, 701, 601, 501, 401, 301, 201, 101, 1 })]
    [InlineData("dpmpp_2m", TimestepSpacing.Linspace, 0, new double[] { 999, 899, 799, 699, 599, 500, 400, 300, 200, 100 })]
    [InlineData("dpmpp_2m", TimestepSpacing.Leading, 1, new double[] { 901, 811, 721, 631, 541, 451, 361, 271, 181, 91 })]
    [InlineData("dpmpp_2m", TimestepSpacing.Trailing, 0, new double[] { 999, 899, 799, 699, 599, 499, 399, 299, 199, 99 })]
    public void Timesteps_are_those_of_the_spacing(string sampler, TimestepSpacing spacing, int offset, double[] expected)
    {
        var grid = Grid(sampler, expected.Length, Config with { Spacing = spacing, StepsOffset = offset });
        Assert.Equal(expected, grid.Timesteps);
        Assert.Equal(expected.Length + 1, grid.Levels.Length);
    }

    [Fact]
    public void Trailing_divides_by_a_real_stride()
    {
        var grid = Grid("ddim", 30, Config with { Spacing = TimestepSpacing.Trailing });
        Assert.Equal([999, 966, 932, 899, 866], grid.Timesteps.Take(5));
        Assert.Equal(32, grid.Timesteps[^1]);
    }

    [Fact]
    public void Karras_levels_have_fractional_timesteps()
    {
        var grid = Grid("euler", 10, Config with { Spacing = TimestepSpacing.Leading, StepsOffset = 1, Sigmas = SigmaSpacing.Karras });
        double[] ratios = [8.39068699, 5.4776988, 3.47840714, 2.14030433, 1.27010918, 0.722670376, 0.391352832, 0.199800223, 0.0949671641, 0.041314479, 0];
        double[] timesteps = [901, 815.017517, 710.500488, 581.655151, 426.530426, 260.242981, 121.140984, 40.2724304, 9.30146599, 1];
        Assert.All(grid.Levels.Zip(ratios), pair => Assert.Equal(pair.Second, pair.First.Sigma, 1e-5));
        Assert.All(grid.Timesteps.Zip(timesteps), pair => Assert.Equal(pair.Second, pair.First, 1e-3));
        Assert.Equal(8.45006675, grid.InitialScale, 1e-5);
    }

    [Fact]
    public void Rescaled_betas_start_from_pure_noise()
    {
        var config = Config with { RescaleBetasZeroSnr = true, Spacing = TimestepSpacing.Trailing, Prediction = PredictionType.Velocity };
        Assert.Equal(0, new NoiseSchedule(config).AlphasCumprod[^1], 1e-7f);
        Assert.InRange(Grid("ddim", 4, config).Levels[0].Alpha, 0, 1e-3);
        Assert.Equal(4096, Grid("euler", 4, config).Levels[0].Sigma, 1.0);
    }

    private static StepGrid Grid(string sampler, int steps, SchedulerConfig config) =>
        Samplers.Named(sampler).Grid(new NoiseSchedule(config), steps);
}
