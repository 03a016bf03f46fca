using Creative.Bench.Labels;
using Xunit;

namespace Creative.Bench.Tests.Labels;

public sealed class ComparisonTests
{
    private static readonly List<Quality> Slow = [At(60, 1.0), At(100, .9), At(140, .8), At(180, .7)];
    private static readonly List<Quality> Fast = [At(60, 1.0), At(100, .8), At(140, .6), At(180, .5)];

    [Fact]
    public void Says_after_how_many_labels_a_strategy_is_where_random_ends()
    {
        var one = Comparison.Of("rmse", quality => quality.Rmse, -1, [Fast, Fast, Fast], [Slow, Slow, Slow]);

        Assert.Equal(120, one.Labels, 9); // .7 lies half way from .8 to .6
        Assert.Equal(120 / 180.0, one.TimeShare, 9);
        Assert.Equal(3, one.Wins);
        Assert.Equal(1 / 8.0, one.Better, 12);
        Assert.Equal(.85, one.AreaOfRandom, 9);
        Assert.Equal(.7166667, one.Area, 6);
    }

    [Fact]
    public void A_strategy_that_does_not_get_there_is_given_the_whole_budget_and_loses()
    {
        var one = Comparison.Of("rmse", quality => quality.Rmse, -1, [Slow, Slow, Slow], [Fast, Fast, Fast]);

        Assert.Equal(180, one.Labels, 9);
        Assert.Equal(0, one.Wins);
        Assert.Equal(1 / 8.0, one.Worse, 12);
    }

    [Fact]
    public void For_areas_more_is_better() =>
        Assert.Equal(3, Comparison.Of("auroc", quality => quality.Rmse, 1, [Slow, Slow, Slow], [Fast, Fast, Fast]).Wins);

    /// <summary>A second for each label.</summary>
    private static Quality At(int labels, double value) => new(labels, labels, value, value, value, value, value);
}
