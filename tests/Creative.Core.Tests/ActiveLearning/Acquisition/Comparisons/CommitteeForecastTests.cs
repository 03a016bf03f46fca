using Creative.Core.ActiveLearning.Acquisition.Comparisons;
using Xunit;

namespace Creative.Core.Tests.ActiveLearning.Acquisition.Comparisons;

public sealed class CommitteeForecastTests
{
    private static readonly double[] Even = [.2, .2, .2, .2, .2];

    [Fact]
    public void Members_that_agree_leave_little_to_learn()
    {
        var forecast = CommitteeForecast.Of([[.7, .1, .1, .05, .05], [.65, .15, .1, .05, .05], [.72, .1, .08, .05, .05]]);

        Near([1.027605, 1.024195, .003410, .001356, 1.311800, .310000, .573333], forecast);
    }

    [Fact]
    public void Members_that_all_know_nothing_do_not_disagree()
    {
        var forecast = CommitteeForecast.Of([Even, Even, Even]);

        Near([1.609438, 1.609438, 0, 0, 2, .8, 0], forecast);
    }

    [Fact]
    public void Members_that_are_sure_of_different_answers_have_all_to_learn()
    {
        var forecast = CommitteeForecast.Of([[.9, .025, .025, .025, .025], [.025, .025, .025, .025, .9], [.025, .025, .9, .025, .025]]);

        Near([1.276854, .463712, .813142, 2.041667, .541667, .683333, 0], forecast);
    }

    [Fact]
    public void Refuses_members_that_cannot_be_compared()
    {
        Assert.Throws<ArgumentException>(() => CommitteeForecast.Of([]));
        Assert.Throws<ArgumentException>(() => CommitteeForecast.Of([[1]]));
        Assert.Throws<ArgumentException>(() => CommitteeForecast.Of([[.5, .5], Even]));
    }

    private static void Near(double[] expected, CommitteeForecast forecast) => Assert.All(
        expected.Zip([forecast.Entropy, forecast.OwnEntropy, forecast.Disagreement, forecast.Spread, forecast.OwnSpread, forecast.LeastConfidence, forecast.Margin]),
        pair => Assert.Equal(pair.First, pair.Second, 6));
}
