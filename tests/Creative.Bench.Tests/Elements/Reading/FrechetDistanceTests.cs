using Creative.Bench.Elements.Reading;
using Xunit;

namespace Creative.Bench.Tests.Elements.Reading;

public sealed class FrechetDistanceTests
{
    /// <summary>Four points whose covariance is the unit matrix times 4/3 and whose mean is 0.</summary>
    private static readonly float[][] Cross = [[1.41421356f, 0], [-1.41421356f, 0], [0, 1.41421356f], [0, -1.41421356f]];

    [Fact]
    public void A_set_is_at_no_distance_from_itself() => Assert.Equal(0, FrechetDistance.Between(Cross, [.. Cross.Reverse()]), 1e-9);

    [Fact]
    public void A_shift_is_its_squared_length() => Assert.Equal(25, FrechetDistance.Between(Cross, Changed(x => x + 3, y => y - 4)), 1e-4);

    [Fact]
    public void A_stretch_is_the_squared_difference_of_the_deviations()
    {
        // Deviations sqrt(4/3) and twice, and three times as much, along the two axes.
        var expected = (1 + 4) * (4.0 / 3);

        Assert.Equal(expected, FrechetDistance.Between(Cross, Changed(x => x * 2, y => y * 3)), 1e-4);
    }

    [Fact]
    public void It_is_the_same_both_ways()
    {
        var other = Changed(x => (x * 2) + 1, y => y * .5f);
        Assert.Equal(FrechetDistance.Between(Cross, other), FrechetDistance.Between(other, Cross), 1e-6);
    }

    [Fact]
    public void Fewer_vectors_than_numbers_in_one_are_no_obstacle() =>
        Assert.Equal(3, FrechetDistance.Between([[0, 0, 0], [0, 0, 0]], [[1, 1, 1], [1, 1, 1]]), 1e-9);

    [Fact]
    public void A_single_vector_has_no_spread_and_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FrechetDistance.Between([[1, 2]], Cross));

    private static float[][] Changed(Func<float, float> x, Func<float, float> y) => [.. Cross.Select(point => new[] { x(point[0]), y(point[1]) })];
}
