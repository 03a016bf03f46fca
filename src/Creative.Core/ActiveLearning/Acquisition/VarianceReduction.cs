using System.Collections.Immutable;
using Creative.Core.Numerics;

namespace Creative.Core.ActiveLearning.Acquisition;

/// <summary>
/// What would make the forecasts over the whole pool surest: <see cref="VarianceFall"/> of every target together, the verdict
/// and the dimensions by their shares, each fall in units of its mean over the candidates. The items over which the variance
/// is to fall count partly alike, for the whole pool, and partly by the size of their family, so that small families are not
/// left behind; for the verdict, also by how near they are to tipping.
/// Each item that is taken counts as judged, so that a batch does not ask the same thing twice. Rated and regarded are items
/// drawn by lot out of the pool, so that ten thousand cost no more than a thousand: as many of each family, or a lot of a large
/// pool would hold little of the small ones.
/// </summary>
public sealed class VarianceReduction : HighestFirst
{
    /// <summary>Candidates that are rated.</summary>
    private const int MostRated = 1000;

    /// <summary>Candidates over which the variance is to fall.</summary>
    private const int MostRegarded = 400;

    /// <summary>How much sharper than by the density itself the verdict's falls are sought where it tips.</summary>
    private const double Sharpness = 2;

    /// <summary>
    /// Of the variance that is to fall, the part that all items make alike: without it the whole pool was learnt more slowly than
    /// by lot on some pools, with more of it small families were.
    /// </summary>
    private const double OfPool = 0.4;

    /// <summary>In the other part, the power by which an item counts less the larger its family is: 1 would be all families alike.</summary>
    private const double Evenness = 2;

    private readonly QueueState _state;
    private readonly ExpandedPool _rated;
    private readonly int[] _rowOf; // of each candidate; −1: not rated
    private readonly ImmutableArray<(VarianceFall Fall, double Scale)> _falls;

    private VarianceReduction(QueueState state, int[] places, ExpandedPool regarded, double[] weights, double[] tipping)
        : base(state.Candidates.Count)
    {
        (_state, _rated) = (state, new ExpandedPool(state, places));
        _rowOf = new int[state.Candidates.Count];
        Array.Fill(_rowOf, -1);
        for (var row = 0; row < places.Length; row++)
        {
            _rowOf[places[row]] = row;
        }

        var scorer = _rated.Scorer;
        _falls =
        [
            .. scorer.Targets.Select((target, i) =>
            {
                var fall = new VarianceFall(_rated.Rows, regarded.Rows, i == scorer.Usable ? tipping : weights, scorer.Covariance(i), scorer.Noise(i));
                return (fall, target.Share / Math.Max(double.Epsilon, Enumerable.Range(0, _rated.Count).Average(row => fall[row])));
            }),
        ];
    }

    /// <param name="towardsThreshold">Seeks the verdict's falls where it tips; else all items regarded count alike, but for their family.</param>
    public static VarianceReduction Of(QueueState state, SeededRandom random, bool towardsThreshold)
    {
        var families = new FamilyLots([.. state.Candidates.Select(candidate => candidate.Family)]);
        var places = families.Draw(MostRated, random);
        var regarded = families.Draw(MostRegarded, random);
        double[] weights = [.. families.Weigh(regarded, 0).Zip(families.Weigh(regarded, Evenness), (alike, evened) => (OfPool * alike) + ((1 - OfPool) * evened))];
        var pool = new ExpandedPool(state, regarded);
        double[] tipping = [.. weights.Select((weight, row) => weight * (towardsThreshold ? Math.Pow(Tipping(pool, row), Sharpness) : 1))];
        return new VarianceReduction(state, places, pool, weights, tipping);
    }

    protected override double Worth(int item)
    {
        var row = _rowOf[item];
        var worth = row < 0 ? double.NegativeInfinity : 0;
        foreach (var (fall, scale) in row < 0 ? [] : _falls)
        {
            worth += scale * fall[row];
        }

        return worth;
    }

    protected override void Taken(int item)
    {
        var features = new double[_rated.Rows.Length];
        _rated.Scorer.Map.Expand(_state.Candidates[item].Inputs, features);
        foreach (var (fall, _) in _falls)
        {
            fall.Take(features);
        }
    }

    /// <summary>Density at the middle of what a rater would say.</summary>
    private static double Tipping(ExpandedPool pool, int row)
    {
        var (mean, variance) = pool.Verdict(row);
        var spread = variance + pool.Scorer.Noise(pool.Scorer.Usable);
        return Math.Exp(-mean * mean / (2 * spread)) / Math.Sqrt(spread);
    }
}
