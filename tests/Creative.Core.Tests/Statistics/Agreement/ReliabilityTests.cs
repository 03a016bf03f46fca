using Creative.Core.Statistics.Agreement;
using Xunit;

namespace Creative.Core.Tests.Statistics.Agreement;

public sealed class ReliabilityTests
{
    [Theory]
    [InlineData(.3, new[] { .300, .462, .562, .632, .682 })]
    [InlineData(.4, new[] { .400, .571, .667, .727, .769 })]
    [InlineData(.5, new[] { .5, .667, .75, .8, .833 })]
    [InlineData(.6, new[] { .6, .75, .818, .857, .882 })]
    public void More_raters_are_more_reliable(double one, double[] expected) =>
        Assert.Equal(expected, Enumerable.Range(1, 5).Select(raters => Math.Round(SpearmanBrown.Of(one, raters), 3)));

    [Fact]
    public void Spearman_and_Brown_need_raters() => Assert.Throws<ArgumentOutOfRangeException>(() => SpearmanBrown.Of(.5, 0));

    [Fact]
    public void Repeated_scores_give_the_spread_within_an_item()
    {
        var repeats = Repeatability.Of([(4, 4), (3, 4), (5, 3), (2, 2)])!;

        Assert.Equal(Math.Sqrt(5.0 / 8), repeats.Spread, 12);
        Assert.Equal(.75, repeats.MeanDifference, 12);
        Assert.Equal(1.96 * Math.Sqrt(2) * Math.Sqrt(5.0 / 8), repeats.Limit, 3);
        Assert.Null(Repeatability.Of([]));
    }
}
