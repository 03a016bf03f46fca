using Creative.Core.Statistics;

namespace Creative.Core.ActiveLearning;

/// <summary>One first judgement of an item, in the order in which the queue chose them.</summary>
/// <param name="Usable">1 for usable, 0 for unusable, between them where a chance is known.</param>
/// <param name="Probability">As <see cref="QueuePick.Probability"/>.</param>
public readonly record struct WeightedJudgement(double Usable, double Probability);

/// <summary>
/// The share of usable items in the pool. What the queue chooses to learn from is not what the pool is like; so either only
/// what came by lot counts, or every judgement by the chance it was chosen with.
/// </summary>
public static class UsableRateEstimate
{
    /// <summary>From the random stream alone.</summary>
    /// <returns>Null without a judgement.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More usable ones than judged ones.</exception>
    public static WilsonInterval? FromRandomStream(int usable, int judged) => judged == 0 ? null : WilsonInterval.Of(usable, judged);

    /// <summary>
    /// From all first judgements (S. Farquhar, Y. Gal, T. Rainforth, "On statistical bias in active learning: how and when to
    /// fix it", 2021; their estimator LURE): Σ v_m y_m / M with v_m = 1 + (N − M) / (N − m) · (1 / ((N − m + 1) q_m) − 1).
    /// Unbiased as long as every item had a chance, which the random share sees to.
    /// </summary>
    /// <param name="judgements">In the order of choosing, without replacement, out of one pool that did not change.</param>
    /// <param name="pool">Items in it before the first was chosen.</param>
    /// <returns>Not held to 0 to 1, which would bias it. Null without a judgement.</returns>
    /// <exception cref="ArgumentException">More judgements than items, or a probability that is none.</exception>
    public static double? Weighted(IReadOnlyList<WeightedJudgement> judgements, int pool)
    {
        if (judgements.Count > pool || judgements.Any(one => one.Probability is not (> 0 and <= 1 + 1e-9)))
        {
            throw new ArgumentException($"{judgements.Count} judgements of {pool} items, expected no more, each with a probability above 0.", nameof(judgements));
        }

        double n = pool, all = judgements.Count;
        return judgements.Count == 0 ? null : judgements.Select((one, i) =>
        {
            var m = i + 1;
            var weight = n == m ? 1 : 1 + ((n - all) / (n - m) * ((1 / ((n - m + 1) * one.Probability)) - 1));
            return weight * one.Usable;
        }).Sum() / all;
    }
}
