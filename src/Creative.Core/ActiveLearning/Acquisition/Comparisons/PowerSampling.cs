namespace Creative.Core.ActiveLearning.Acquisition.Comparisons;

/// <summary>
/// By lot, each with a chance in proportion to the variance of its verdict (A. Kirsch et al., "Stochastic batch acquisition",
/// 2021): a batch that is diverse at no cost.
/// </summary>
internal static class PowerSampling
{
    public static IAcquisition Of(QueueState state)
    {
        var pool = ExpandedPool.OfAll(state);
        return new WeightedDraw([.. Enumerable.Range(0, pool.Count).Select(row => pool.Verdict(row).Variance)]);
    }
}
