using System.Runtime.InteropServices;
using System.Text.Json;
using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Noise;
using Xunit;

namespace Creative.Core.Tests.Diffusion.Noise;

/// <summary>brownian.json was written by brownian.py beside it.</summary>
public sealed class BrownianPathTests
{
    private static readonly BrownianPath Path = new(seed: 3, start: 0.03, end: 14.6);

    /// <summary>Over short and long intervals, tied roundings, both ends, times outside, in no order and twice.</summary>
    [Fact]
    public void Moves_as_torchsde_moves_to_the_last_bit()
    {
        using var reference = TestData.Json("Diffusion/Noise/brownian.json");
        var compared = 0;
        foreach (var item in reference.RootElement.GetProperty("paths").EnumerateArray())
        {
            var path = new BrownianPath(item.GetProperty("entropy").GetUInt64(), Number(item, "start"), Number(item, "end"));
            foreach (var increment in item.GetProperty("increments").EnumerateArray())
            {
                var expected = MemoryMarshal.Cast<byte, float>(increment.GetProperty("w").GetBytesFromBase64()).ToArray();
                Assert.Equal(expected, Increment(path, Number(increment, "from"), Number(increment, "to"), expected.Length));
                compared += expected.Length;
            }
        }

        Assert.Equal(10 * (15 + 42 + 42 + 20), compared);
    }

    [Fact]
    public void Times_count_to_six_decimals_as_python_rounds_them()
    {
        using var reference = TestData.Json("Diffusion/Noise/brownian.json");
        foreach (var item in reference.RootElement.GetProperty("rounded").EnumerateArray())
        {
            var (time, nearest) = (Number(item, "time"), Number(item, "nearest"));
            var path = new BrownianPath(1, 0, nearest + 1);
            var expected = Increment(path, 0, nearest, 20);
            Assert.Equal(expected, Increment(path, 0, time, 20));
            Assert.NotEqual(expected, Increment(path, 0, nearest - 1e-6, 20));
            Assert.NotEqual(expected, Increment(path, 0, nearest + 1e-6, 20));
        }
    }

    [Fact]
    public void Increments_add_up_and_have_the_variance_of_their_time()
    {
        const int Count = 24 * 40 * 4;
        var (first, second, both) = (Increment(Path, 0.5, 2, Count), Increment(Path, 2, 7.25, Count), Increment(Path, 0.5, 7.25, Count));
        for (var i = 0; i < Count; i++)
        {
            Assert.Equal(both[i], first[i] + second[i], 1e-5f);
        }

        // Standard deviation of a variance estimate: √(2/3840) ≈ 2.3 %; of a correlation: 1.6 %.
        Assert.Equal(1.5, first.Average(x => (double)x * x), 1.5 * 0.1);
        Assert.Equal(5.25, second.Average(x => (double)x * x), 5.25 * 0.1);
        Assert.Equal(0, first.Zip(second, (x, y) => (double)x * y).Average() / Math.Sqrt(1.5 * 5.25), 0.07);
    }

    [Fact]
    public void Every_bit_of_the_seed_counts()
    {
        var high = new BrownianPath(3 + (1UL << 63), 0.03, 14.6);
        Assert.NotEqual(Increment(Path, 1, 2, 35), Increment(high, 1, 2, 35));
    }

    [Fact]
    public void Less_than_the_resolution_is_no_increment() =>
        Assert.Equal(new float[35], Increment(Path, 1.0000001, 1.0000004, 35));

    [Theory]
    [InlineData(2, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(double.NaN, 1)]
    [InlineData(-2e9, 0)]
    public void A_path_that_ends_before_it_starts_or_too_far_is_refused(double start, double end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BrownianPath(0, start, end));

    [Theory]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    public void An_increment_backwards_is_refused(double from, double to) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(to), () => Increment(Path, from, to, 35));

    /// <summary>And what was drawn before does not matter to it.</summary>
    [Fact]
    public void A_span_backwards_is_the_increment_over_the_root_of_its_time_with_the_other_sign()
    {
        var (random, numbers) = (new TorchRandom(3), new float[35]);
        random.Normal(numbers);
        random.Normal(new BrownianSpan(0.03, 14.6, From: 6.25, To: 2.25), numbers);
        Assert.Equal(Array.ConvertAll(Increment(Path, 2.25, 6.25, 35), x => x * -0.5f), numbers);
    }

    private static float[] Increment(BrownianPath path, double from, double to, int count)
    {
        var increment = new float[count];
        path.Increment(from, to, increment);
        return increment;
    }

    private static double Number(JsonElement item, string name) => item.GetProperty(name).GetDouble();
}
