using Creative.Core.Statistics;
using Creative.Core.Statistics.Curves;
using Xunit;

namespace Creative.Core.Tests.Statistics.Curves;

public sealed class CurvesTests
{
    [Fact]
    public void Area_is_the_mean_height()
    {
        Assert.Equal(.6, AreaUnderCurve.Of([(10, .5), (20, .6), (40, .65)]), 12);
        Assert.Throws<ArgumentException>(() => AreaUnderCurve.Of([(10, .5)]));
        Assert.Throws<ArgumentException>(() => AreaUnderCurve.Of([(10, .5), (10, .6)]));
    }

    [Fact]
    public void Auroc_counts_pairs_in_the_right_order_and_ties_half()
    {
        Assert.Equal(.875, Auroc.Of([.9, .8, .8, .1], [true, true, false, false])!.Value, 12);
        Assert.Equal(0, Auroc.Of([.1, .9], [true, false])!.Value);
        Assert.Null(Auroc.Of([.1, .9], [true, true]));
    }

    [Fact]
    public void Preference_is_even_for_equal_scores_and_surer_for_known_ones()
    {
        Assert.Equal(.5, PreferenceProbability.Of((3, .4), (3, .1), .5), 12);
        Assert.Equal(.841345, PreferenceProbability.Of((4, .6), (3, .8), 0), 6);
        Assert.True(PreferenceProbability.Of((4, .1), (3, .1), .3) > PreferenceProbability.Of((4, .6), (3, .6), .3));
        Assert.Throws<ArgumentOutOfRangeException>(() => PreferenceProbability.Of((4, 0), (3, 0), 0));
    }

    [Fact]
    public void Interval_keeps_the_middle_by_rank() =>
        Assert.Equal(new Interval(5, 95), Interval.Middle([.. Enumerable.Range(0, 101).Select(i => (double)i).Reverse()], .9));
}
