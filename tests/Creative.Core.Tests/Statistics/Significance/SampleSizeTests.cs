using Creative.Core.Statistics.Significance;
using Xunit;

namespace Creative.Core.Tests.Statistics.Significance;

public sealed class SampleSizeTests
{
    [Fact]
    public void A_tenth_more_takes_278_on_either_side() => Assert.Equal(278.2, SampleSize.OfTwoRates(.6, .7), 1);

    [Fact]
    public void More_power_more_confidence_and_smaller_differences_take_more()
    {
        var usual = SampleSize.OfTwoRates(.6, .7);

        Assert.True(SampleSize.OfTwoRates(.6, .7, power: .9) > 1.3 * usual);
        Assert.True(SampleSize.OfTwoRates(.6, .7, confidence: .975) > 1.2 * usual);
        Assert.Equal(4 * usual * (.45375 / .45), SampleSize.OfTwoRates(.625, .675), 9); // p(1 − p) + q(1 − q) is .45375 and .45
    }

    [Theory]
    [InlineData(.7, .6, .8, .95)]
    [InlineData(.6, .6, .8, .95)]
    [InlineData(-.1, .6, .8, .95)]
    [InlineData(.6, 1.1, .8, .95)]
    [InlineData(.6, .7, .5, .95)]
    [InlineData(.6, .7, .8, 1)]
    public void Refuses_rates_and_chances_out_of_range(double lower, double higher, double power, double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.OfTwoRates(lower, higher, power, confidence));
}
