using Creative.Core.Statistics;
using Xunit;

namespace Creative.Core.Tests.Statistics;

public sealed class WilsonIntervalTests
{
    // R: prop.test(x, n, correct = FALSE)$conf.int
    [Theory]
    [InlineData(60, 64, 0.8500, 0.9754)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(20, 20, 0.8389, 1.0000)]
    public void Is_the_one_of_the_score_test(int successes, int trials, double low, double high)
    {
        var interval = WilsonInterval.Of(successes, trials);

        Assert.Equal(low, interval.Low, 3);
        Assert.Equal(high, interval.High, 3);
        Assert.Equal((double)successes / trials, interval.Rate, 12);
    }

    [Theory]
    [InlineData(210, 300, .645882, .749060)]
    [InlineData(231, 300, .719145, .814028)]
    public void Has_the_known_ends(int successes, int trials, double low, double high)
    {
        var interval = WilsonInterval.Of(successes, trials);

        Assert.Equal(low, interval.Low, 6);
        Assert.Equal(high, interval.High, 6);
    }

    /// <summary>The least number of usable ones of which a rate above 0.7 may be said.</summary>
    [Theory]
    [InlineData(78, 100)]
    [InlineData(151, 200)]
    [InlineData(224, 300)]
    [InlineData(296, 400)]
    [InlineData(439, 600)]
    [InlineData(582, 800)]
    public void One_sided_bound_passes_a_gate_from_there_on(int successes, int trials)
    {
        Assert.True(WilsonInterval.LowerBound(successes, trials) > .7);
        Assert.False(WilsonInterval.LowerBound(successes - 1, trials) > .7);
        Assert.Equal(1 - WilsonInterval.LowerBound(successes, trials), WilsonInterval.UpperBound(trials - successes, trials), 12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Refuses_a_confidence_that_is_none(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.LowerBound(1, 2, confidence));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 2)]
    [InlineData(-1, 2)]
    public void Refuses_impossible_counts(int successes, int trials) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(successes, trials));
}
