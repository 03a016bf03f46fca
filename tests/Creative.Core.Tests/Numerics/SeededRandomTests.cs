using Creative.Core.Numerics;
using Xunit;

namespace Creative.Core.Tests.Numerics;

public sealed class SeededRandomTests
{
    // First outputs of SplitMix64 for seed 1234567 (Vigna, splitmix64.c; also the test of Rosetta Code).
    [Fact]
    public void The_sequence_is_that_of_the_reference()
    {
        var random = new SeededRandom(1234567);

        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL],
            Enumerable.Range(0, 5).Select(_ => random.NextUInt64()));
    }

    [Fact]
    public void Streams_of_one_seed_differ() =>
        Assert.Equal(100, Enumerable.Range(0, 100).Select(i => SeededRandom.Derive(7, (ulong)i)).Distinct().Count());
}
