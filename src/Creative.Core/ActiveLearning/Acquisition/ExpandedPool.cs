using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning;

namespace Creative.Core.ActiveLearning.Acquisition;

/// <summary>Features of candidates, row by row, and what the verdict model foresees of each.</summary>
internal sealed class ExpandedPool
{
    /// <param name="state">With a scorer; every candidate has inputs.</param>
    /// <param name="places">Of candidates, in this order.</param>
    public ExpandedPool(QueueState state, IReadOnlyList<int> places)
    {
        Scorer = state.Scorer ?? throw new ArgumentException("There is no scorer.", nameof(state));
        var (length, features) = (Scorer.Map.Length, new double[places.Count * Scorer.Map.Length]);
        for (var row = 0; row < places.Count; row++)
        {
            Scorer.Map.Expand(state.Candidates[places[row]].Inputs, features.AsSpan(row * length, length));
        }

        Rows = new FeatureRows(features, length);
    }

    /// <summary>All candidates, in their order.</summary>
    public static ExpandedPool OfAll(QueueState state) => new(state, [.. Enumerable.Range(0, state.Candidates.Count)]);

    public ScorerSnapshot Scorer { get; }

    public FeatureRows Rows { get; }

    public int Count => Rows.Count;

    /// <summary>Some of the candidates by lot, all when there are no more than wanted; in rising order.</summary>
    public static int[] Lot(int count, int wanted, SeededRandom random)
    {
        var left = new Remainder(count);
        var drawn = new int[Math.Min(count, wanted)];
        for (var i = 0; i < drawn.Length; i++)
        {
            drawn[i] = count <= wanted ? i : left[random.Below(left.Count)];
            left.Take(drawn[i]);
        }

        Array.Sort(drawn);
        return drawn;
    }

    /// <summary>Mean and variance of the verdict about the middle, without noise.</summary>
    public (double Mean, double Variance) Verdict(int row) => Scorer.Latent(Scorer.Usable, Rows[row]);
}
