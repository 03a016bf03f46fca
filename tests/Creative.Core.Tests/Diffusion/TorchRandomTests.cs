using System.Runtime.InteropServices;
using Creative.Core.Diffusion;
using Xunit;

namespace Creative.Core.Tests.Diffusion;

public sealed class TorchRandomTests
{
    /// <summary>torch_randn.json was written by torch_randn.py beside it.</summary>
    [Fact]
    public void Draws_what_torch_draws_to_the_last_bit()
    {
        using var reference = TestData.Json("Diffusion/torch_randn.json");
        var compared = 0;
        foreach (var item in reference.RootElement.GetProperty("cases").EnumerateArray())
        {
            var random = new TorchRandom(item.GetProperty("seed").GetUInt64());
            foreach (var draw in item.GetProperty("draws").EnumerateArray())
            {
                var expected = MemoryMarshal.Cast<byte, float>(draw.GetBytesFromBase64());
                var actual = new float[expected.Length];
                random.Normal(actual);
                Assert.Equal(expected.ToArray(), actual);
                compared += actual.Length;
            }
        }

        Assert.True(compared > 2000);
    }

    [Fact]
    public void Only_the_lower_32_bits_of_a_seed_count()
    {
        var (low, high) = (new float[35], new float[35]);
        new TorchRandom(7).Normal(low);
        new TorchRandom(7 + (5UL << 32)).Normal(high);
        Assert.Equal(low, high);
    }
}
