using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning;

namespace Creative.Core.ActiveLearning.Acquisition.Comparisons;

/// <summary>
/// How the last layer would be moved if the likeliest answer were the true one: large where the answer is open, and alike for
/// items that would teach the same (J. T. Ash et al., "Deep batch active learning by diverse, uncertain gradient lower bounds", 2020).
/// </summary>
internal static class GradientEmbedding
{
    /// <summary>(p − e_k) ⊗ h with k the likeliest answer: the features times what each answer's chance is off by, answer after answer.</summary>
    /// <param name="chances">Of each answer, 0 to 1, together 1; at least two.</param>
    /// <param name="features">Of the item, at least one.</param>
    /// <exception cref="ArgumentException">Too few of either.</exception>
    public static double[] Of(ReadOnlySpan<double> chances, ReadOnlySpan<double> features)
    {
        if (chances.Length < 2 || features.IsEmpty)
        {
            throw new ArgumentException($"{chances.Length} chances and {features.Length} features, expected 2 and 1 at least.", nameof(chances));
        }

        var likeliest = 0;
        for (var answer = 1; answer < chances.Length; answer++)
        {
            likeliest = chances[answer] > chances[likeliest] ? answer : likeliest;
        }

        var gradient = new double[chances.Length * features.Length];
        for (var answer = 0; answer < chances.Length; answer++)
        {
            Vectors.AddScaled(gradient.AsSpan(answer * features.Length, features.Length), chances[answer] - (answer == likeliest ? 1 : 0), features);
        }

        return gradient;
    }

    /// <summary>Of the verdict of each candidate of a state, in their order.</summary>
    public static double[][] OfVerdicts(QueueState state)
    {
        var pool = ExpandedPool.OfAll(state);
        return [.. Enumerable.Range(0, pool.Count).Select(row => Of(Chances(pool.Scorer, state.Candidates[row].Inputs!), pool.Rows[row]))];
    }

    private static double[] Chances(ScorerSnapshot scorer, float[] inputs)
    {
        var usable = scorer.ForeseeUsable(inputs);
        return [usable, 1 - usable];
    }
}
