using System.Collections.Immutable;
using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning;
using Creative.Studio.Raters;

namespace Creative.Bench.Labels;

/// <summary>
/// A pool without pictures: each family lies around a place of its own on the unit sphere, and each fault moves an element in
/// a direction that is partly the same for all families and partly the family's own.
/// </summary>
internal static class SyntheticPool
{
    private const int Inputs = 96;
    private const int Families = 25;

    /// <summary>Of the direction of a fault, how much is the family's own.</summary>
    private const double Own = 0.6;

    public static Pool Make(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        double[][] common = Directions(random);
        return new Pool(
            new InputLayout(Look: 0, Measured: Inputs, Words: 0),
        [
            .. FamilySizes.Of(count, Families).SelectMany((size, family) =>
            {
                var (place, own, usual) = (Direction(random), Directions(random), random.Between(.3, .7));
                return Enumerable.Range(0, size).Select(_ => Item(place, common, own, usual, $"family {family + 1}", random));
            }),
        ]);
    }

    private static PoolItem Item(double[] place, double[][] common, double[][] own, double usual, string family, SeededRandom random)
    {
        ImmutableArray<double> faults = [.. common.Select(_ => random.NextDouble() < usual / 2 ? random.NextDouble() : .1 * random.NextDouble())];
        var inputs = place.Select(value => value + (.35 * random.NextNormal() / Math.Sqrt(Inputs))).ToArray();
        for (var fault = 0; fault < faults.Length; fault++)
        {
            for (var i = 0; i < Inputs; i++)
            {
                inputs[i] += .5 * faults[fault] * (((1 - Own) * common[fault][i]) + (Own * own[fault][i]));
            }
        }

        var length = Math.Sqrt(inputs.Sum(value => value * value));
        return new PoolItem([.. inputs.Select(value => (float)(value / length * Math.Sqrt(Inputs) / 3))], new TrueQuality(faults, 0), family, 0);
    }

    private static double[][] Directions(SeededRandom random) => [.. TrueQuality.Ids.Select(_ => Direction(random))];

    private static double[] Direction(SeededRandom random)
    {
        double[] direction = [.. Enumerable.Range(0, Inputs).Select(_ => random.NextNormal())];
        var length = Math.Sqrt(direction.Sum(value => value * value));
        return [.. direction.Select(value => value / length)];
    }
}
