using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning;
using Xunit;

namespace Creative.Core.Tests.Scoring.Learning;

public sealed class FeatureMapTests
{
    /// <summary>What waves are for: their dot product is the Gaussian kernel of the distance.</summary>
    [Theory]
    [InlineData(.3)]
    [InlineData(1)]
    [InlineData(2.5)]
    public void Waves_of_near_inputs_are_alike(double apart)
    {
        var map = new FeatureMap(Measured(5), 4000, 1.5);
        float[] a = [.1f, -.4f, .9f, 0, .3f], b = [.1f + (float)apart, -.4f, .9f, 0, .3f];

        Assert.Equal(Math.Exp(-apart * apart / (2 * 1.5 * 1.5)), Dot(Waves(map, a), Waves(map, b)), .04);
    }

    [Fact]
    public void A_constant_and_the_inputs_come_first()
    {
        var map = new FeatureMap(Measured(3), 2, 1);
        var features = new double[map.Length];
        map.Expand([.5f, -1, 2], features);

        Assert.Equal([2, .5, -1, 2], features[..4]);
        Assert.Equal(6, map.Length);
    }

    [Fact]
    public void The_same_settings_draw_the_same_waves() =>
        Assert.Equal(Waves(new FeatureMap(Measured(3), 9, 1), [1, 2, 3]), Waves(new FeatureMap(Measured(3), 9, 1), [1, 2, 3]));

    [Fact]
    public void Refuses_what_does_not_fit()
    {
        var map = new FeatureMap(Measured(2), 0, 1);

        Assert.Throws<ArgumentException>(() => map.Expand([1], new double[3]));
        Assert.Throws<ArgumentException>(() => map.Expand([1, float.NaN], new double[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeatureMap(Measured(0), 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeatureMap(Measured(1), 1, 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(23)]
    public void Rows_of_any_length_are_summed_whole(int length)
    {
        double[] a = [.. Enumerable.Range(1, length).Select(i => (double)i)];
        double[] b = [.. a.Select(value => 1 / value)];
        Vectors.AddScaled(b, 2, a);

        Assert.Equal(Enumerable.Range(1, length).Sum(i => i * ((1.0 / i) + (2 * i))), Dot(a, b), 9);
    }

    [Fact]
    public void Words_are_known_and_no_features()
    {
        var map = new FeatureMap(new InputLayout(2, 1, 3), 0, 1);
        var features = new double[map.Length];
        map.Expand([.5f, -1, 2, 7, 8, 9], features);

        Assert.Equal([2, .5, -1, 2], features);
        Assert.Equal(6, map.Inputs);
        Assert.Equal([7f, 8, 9], map.Layout.WordsOf([.5f, -1, 2, 7, 8, 9]).ToArray());
        Assert.Equal([.5f, -1], map.Layout.LookOf([.5f, -1, 2, 7, 8, 9]).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeatureMap(new InputLayout(2, 1, -1), 0, 1));
    }

    private static InputLayout Measured(int numbers) => new(0, numbers, 0);

    private static double Dot(double[] a, double[] b) => Vectors.Dot(a, b);

    private static double[] Waves(FeatureMap map, float[] inputs)
    {
        var features = new double[map.Length];
        map.Expand(inputs, features);
        return features[(1 + map.Inputs)..];
    }
}
