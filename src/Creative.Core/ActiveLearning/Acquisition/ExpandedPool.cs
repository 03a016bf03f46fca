using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning;

namespace Creative.Core.ActiveLearning.Acquisition;

/// <summary>Features of candidates, row by row, and what is foreseen of their verdicts.</summary>
internal sealed class ExpandedPool
{
    private readonly float[][] _inputs;

    /// <param name="state">With a scorer; every candidate has inputs.</param>
    /// <param name="places">Of candidates, in this order.</param>
    public ExpandedPool(QueueState state, IReadOnlyList<int> places)
    {
        Scorer = state.Scorer ?? throw new ArgumentException("There is no scorer.", nameof(state));
        _inputs = [.. places.Select(place => state.Candidates[place].Inputs ?? throw new ArgumentException($"Nothing is known of {state.Candidates[place].Id}.", nameof(state)))];
        var (length, features) = (Scorer.Map.Length, new double[_inputs.Length * Scorer.Map.Length]);
        for (var row = 0; row < _inputs.Length; row++)
        {
            Scorer.Map.Expand(_inputs[row], features.AsSpan(row * length, length));
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

    /// <summary>Words of the prompts, as many rows as <see cref="Rows"/>.</summary>
    public FeatureRows Words() => new([.. _inputs.SelectMany(WordsOf)], Scorer.Map.Layout.Words);

    /// <summary>Of each that it is usable.</summary>
    public double[] Chances() => [.. _inputs.Select(inputs => Scorer.ForeseeUsable(inputs))];

    /// <summary>A row of <see cref="Rows"/> for any item.</summary>
    public double[] FeaturesOf(float[] inputs)
    {
        var features = new double[Scorer.Map.Length];
        Scorer.Map.Expand(inputs, features);
        return features;
    }

    /// <summary>A row of <see cref="Words"/> for any item.</summary>
    public double[] WordsOf(float[] inputs)
    {
        var words = Scorer.Map.Layout.WordsOf(inputs);
        var wide = new double[words.Length];
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = words[i];
        }

        return wide;
    }
}
