using Creative.Studio.Judging;
using Xunit;

namespace Creative.Studio.Tests.Judging;

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
    [InlineData(0, 0)]
    [InlineData(3, 2)]
    [InlineData(-1, 2)]
    public void Refuses_impossible_counts(int successes, int trials) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(successes, trials));
}
