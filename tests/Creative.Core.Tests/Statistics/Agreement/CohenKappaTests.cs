using Creative.Core.Statistics.Agreement;
using Xunit;

namespace Creative.Core.Tests.Statistics.Agreement;

public sealed class CohenKappaTests
{
    [Fact]
    public void Nominal_one_of_two_models() =>
        Assert.Equal(.8, CohenKappa.Of([0, 0, 1, 1, 1, 0, 1, 0, 1, 1], [0, 0, 1, 1, 1, 0, 1, 0, 0, 1])!.Value, 9);

    [Fact]
    public void Quadratic_one_of_five_scores() =>
        Assert.Equal(.916667, CohenKappa.Quadratic([0, 1, 2, 3, 4, 2, 3, 1], [0, 1, 2, 3, 3, 2, 4, 1])!.Value, 6);

    [Fact]
    public void Undefined_where_nothing_varies()
    {
        Assert.Null(CohenKappa.Of([1, 1, 1], [1, 1, 1]));
        Assert.Null(CohenKappa.Quadratic([], []));
    }

    [Fact]
    public void Refuses_series_of_different_lengths() => Assert.Throws<ArgumentException>(() => CohenKappa.Of([1, 2], [1]));
}
