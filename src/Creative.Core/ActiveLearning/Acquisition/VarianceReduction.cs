using System.Collections.Immutable;
using Creative.Core.Numerics;
using MathNet.Numerics.Distributions;

namespace Creative.Core.ActiveLearning.Acquisition;

/// <summary>
/// What would make the forecasts over the whole pool surest: <see cref="VarianceFall"/> of every target together, the verdict
/// and the dimensions by their shares, each fall in units of its mean over the candidates; the verdict's, the nearer an item is
/// to tipping. Beside them stands what usable elements of each prompt look like, over which all families count alike: a
/// verdict leans on it, and a small family is left behind where nobody has seen how it should be. A judgement teaches that only if it finds the
/// item usable, so that its fall counts by the chance of it.
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
    /// What the looks of usable elements count; all targets together count 1. With 0.15 small families were learnt more slowly,
    /// with 0.5 the whole pool.
    /// </summary>
    private const double OfLooks = 0.35;

    /// <summary>The power by which an item counts less the larger its family is: all families alike.</summary>
    private const double Even = 1;

    private readonly IReadOnlyList<Candidate> _candidates;
    private readonly int[] _rowOf; // of each candidate; −1: not rated
    private readonly ImmutableArray<SoughtFall> _sought;

    private VarianceReduction(IReadOnlyList<Candidate> candidates, int[] rated, ImmutableArray<SoughtFall> sought)
        : base(candidates.Count)
    {
        (_candidates, _rowOf, _sought) = (candidates, new int[candidates.Count], sought);
        Array.Fill(_rowOf, -1);
        for (var row = 0; row < rated.Length; row++)
        {
            _rowOf[rated[row]] = row;
        }
    }

    /// <param name="towardsThreshold">Seeks the verdict's falls where it tips; else all items regarded count alike.</param>
    public static VarianceReduction Of(QueueState state, SeededRandom random, bool towardsThreshold)
    {
        var families = new FamilyLots([.. state.Candidates.Select(candidate => candidate.Family)]);
        var places = families.Draw(MostRated, random);
        var regardedPlaces = families.Draw(MostRegarded, random);
        var (rated, regarded) = (new ExpandedPool(state, places), new ExpandedPool(state, regardedPlaces));
        var scorer = rated.Scorer;
        var alike = families.Weigh(regardedPlaces, 0);
        double[] tipping = [.. regarded.Chances().Zip(alike, (chance, weight) => weight * (towardsThreshold ? Math.Pow(Tipping(chance), Sharpness) : 1))];
        var sought = scorer.Targets.Select((target, i) => new SoughtFall(
            new VarianceFall(rated.Rows, regarded.Rows, i == scorer.Usable ? tipping : alike, scorer.Covariance(i), scorer.Noise(i)), target.Share, null, rated.FeaturesOf));
        if (scorer.Map.Layout.ExpectsLooks)
        {
            var fall = new VarianceFall(rated.Words(), regarded.Words(), families.Weigh(regardedPlaces, Even), scorer.LooksCovariance, noise: 1);
            sought = sought.Append(new SoughtFall(fall, OfLooks, rated.Chances(), rated.WordsOf));
        }

        return new VarianceReduction(state.Candidates, places, [.. sought]);
    }

    protected override double Worth(int item)
    {
        var row = _rowOf[item];
        var worth = row < 0 ? double.NegativeInfinity : 0;
        foreach (var one in row < 0 ? [] : _sought)
        {
            worth += one[row];
        }

        return worth;
    }

    protected override void Taken(int item)
    {
        foreach (var one in _sought)
        {
            one.Take(_candidates[item].Inputs!);
        }
    }

    /// <summary>How near a chance is to a half: the normal density where the curve of the verdict stands, 1 at a half.</summary>
    private static double Tipping(double chance)
    {
        var at = Normal.InvCDF(0, 1, Math.Clamp(chance, 1e-9, 1 - 1e-9));
        return Math.Exp(-at * at / 2);
    }
}
