using Creative.Core.Imaging;
using Xunit;

namespace Creative.Core.Tests.Imaging;

public sealed class CapSearchTests
{
    [Fact]
    public void Encodes_once_when_the_best_quality_fits()
    {
        var result = CapSearch.Find(Encode, 1_000_000);
        Assert.Equal((CapSearch.BestQuality, true, 1), (result.Quality, result.Fits, result.Encodes));
    }

    [Fact]
    public void Encodes_once_without_a_cap() => Assert.Equal(1, CapSearch.Find(Encode, cap: null).Encodes);

    [Theory]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(57)]
    [InlineData(84)]
    [InlineData(91)]
    public void Finds_the_very_best_quality_that_fits_in_few_encodes(int quality)
    {
        var result = CapSearch.Find(Encode, Encode(quality).Length);
        Assert.Equal((quality, true), (result.Quality, result.Fits));
        Assert.Equal(Encode(quality).Length, result.Bytes.Length);
        Assert.InRange(result.Encodes, 2, 10);
    }

    [Fact]
    public void Finds_it_whatever_the_sizes_look_like()
    {
        foreach (var cap in Enumerable.Range(1, 70).Select(step => step * 1_000L))
        {
            var best = Enumerable.Range(CapSearch.LeastQuality, 63).LastOrDefault(quality => Steep(quality).Length <= cap, -1);
            var result = CapSearch.Find(Steep, cap);
            Assert.Equal((best > 0, best > 0 ? best : CapSearch.LeastQuality), (result.Fits, result.Quality));
        }
    }

    [Fact]
    public void Says_the_smallest_size_when_nothing_fits()
    {
        var result = CapSearch.Find(Encode, 10);
        Assert.Equal((CapSearch.LeastQuality, false), (result.Quality, result.Fits));
        Assert.Equal(Encode(CapSearch.LeastQuality).Length, result.Bytes.Length);
    }

    [Fact]
    public void Encodes_a_lossless_format_once_and_says_when_it_is_over_the_cap()
    {
        var result = CapSearch.Find(_ => new byte[500], 499, lossless: true);
        Assert.Equal((false, 1, 500), (result.Fits, result.Encodes, result.Bytes.Length));
    }

    private static byte[] Encode(int quality) => new byte[(int)(2_000 * Math.Pow(2, quality / 20d))];

    private static byte[] Steep(int quality) => new byte[quality < 80 ? 3_000 + quality : 60_000 + quality];
}
