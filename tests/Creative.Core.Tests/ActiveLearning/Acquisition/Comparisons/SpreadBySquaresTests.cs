using Creative.Core.ActiveLearning.Acquisition.Comparisons;
using Creative.Core.Numerics;
using Xunit;

namespace Creative.Core.Tests.ActiveLearning.Acquisition.Comparisons;

public sealed class SpreadBySquaresTests
{
    [Fact]
    public void Gradient_embedding_has_the_known_value()
    {
        var gradient = GradientEmbedding.Of([.2, .5, .3], [1, 2]);

        Assert.Equal([.2, .4, -.5, -1, .3, .6], gradient.Select(value => Math.Round(value, 12)));
        Assert.Equal(1.378405, Math.Sqrt(Vectors.Dot(gradient, gradient)), 6);
        Assert.Throws<ArgumentException>(() => GradientEmbedding.Of([1], [1, 2]));
    }

    [Fact]
    public void The_longest_comes_first_and_then_chances_go_by_squared_distance()
    {
        var chooser = new SpreadBySquares([[1, 0], [5, 0], [5, 1], [0, 0], [5, 4]]);

        Assert.Equal([0, 0, 0, 0, 1], Chances(chooser, 5));
        Assert.Equal(4, chooser.Draw(new SeededRandom(1)));
        chooser.Take(4); // squared distances 32, 16, 9, 41
        Assert.Equal([32 / 98.0, 16 / 98.0, 9 / 98.0, 41 / 98.0, 0], Chances(chooser, 5));
        chooser.Take(0); // 16, 9 to the one before, 1
        Assert.Equal([0, 16 / 26.0, 9 / 26.0, 1 / 26.0, 0], Chances(chooser, 5));
        Assert.Equal(3, chooser.Remaining);
    }

    [Fact]
    public void Items_that_are_all_alike_come_by_lot()
    {
        var chooser = new SpreadBySquares([[1, 1], [1, 1], [1, 1]]);
        chooser.Take(chooser.Draw(new SeededRandom(1)));

        Assert.Equal([0, .5, .5], Chances(chooser, 3));
        Assert.Contains(chooser.Draw(new SeededRandom(2)), new[] { 1, 2 });
    }

    private static IEnumerable<double> Chances(SpreadBySquares chooser, int items) => Enumerable.Range(0, items).Select(chooser.Chance);
}
