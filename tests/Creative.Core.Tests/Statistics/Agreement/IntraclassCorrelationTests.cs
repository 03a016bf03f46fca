using Creative.Core.Statistics.Agreement;
using Xunit;

namespace Creative.Core.Tests.Statistics.Agreement;

public sealed class IntraclassCorrelationTests
{
    [Fact]
    public void Has_the_values_of_Shrout_and_Fleiss()
    {
        var icc = IntraclassCorrelation.Of(new double[,] { { 9, 2, 5, 8 }, { 6, 1, 3, 2 }, { 8, 4, 6, 8 }, { 7, 1, 2, 6 }, { 10, 5, 6, 9 }, { 6, 2, 4, 7 } })!;

        Assert.Equal(
            [11.241667, 32.486111, 1.019444, 6.263889],
            new[] { icc.BetweenItems, icc.BetweenRaters, icc.Residual, icc.WithinItems }.Select(value => Math.Round(value, 6)));
        Assert.Equal(
            [.165742, .289764, .714841, .442797, .620051, .909316],
            new[] { icc.OneWaySingle, icc.TwoWaySingle, icc.FixedSingle, icc.OneWayMean, icc.TwoWayMean, icc.FixedMean }.Select(value => Math.Round(value, 6)));
    }

    [Fact]
    public void Is_undefined_where_items_do_not_differ() => Assert.Null(IntraclassCorrelation.Of(new double[,] { { 3, 4, 2 }, { 3, 4, 2 } }));

    [Fact]
    public void Refuses_missing_cells_and_single_raters()
    {
        Assert.Throws<ArgumentException>(() => IntraclassCorrelation.Of(new[,] { { 3, double.NaN }, { 1, 2 } }));
        Assert.Throws<ArgumentException>(() => IntraclassCorrelation.Of(new double[,] { { 3 }, { 1 } }));
    }
}
