using Creative.Core.Diffusion.Noise;
using Xunit;

namespace Creative.Core.Tests.Diffusion.Noise;

public sealed class SeedSequenceTests
{
    /// <summary>brownian.json was written by brownian.py beside it: keys and entropy of one and two words, pools that wrap and that overflow.</summary>
    [Fact]
    public void Makes_the_seeds_that_numpy_makes()
    {
        using var reference = TestData.Json("Diffusion/Noise/brownian.json");
        var compared = 0;
        foreach (var item in reference.RootElement.GetProperty("sequences").EnumerateArray())
        {
            ulong[] key = [.. item.GetProperty("key").EnumerateArray().Select(number => number.GetUInt64())];
            uint[] expected = [.. item.GetProperty("seeds").EnumerateArray().Select(seed => seed.GetUInt32())];
            var actual = new uint[expected.Length];
            new SeedSequence(item.GetProperty("entropy").GetUInt64(), key, item.GetProperty("pool").GetInt32()).Generate(actual);
            Assert.Equal(expected, actual);
            compared += actual.Length;
        }

        Assert.Equal(4 * 6 * 30, compared);
    }

    [Fact]
    public void A_pool_of_fewer_than_four_words_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("poolSize", () => new SeedSequence(0, [], 3));
}
