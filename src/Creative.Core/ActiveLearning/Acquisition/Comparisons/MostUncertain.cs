namespace Creative.Core.ActiveLearning.Acquisition.Comparisons;

/// <summary>The item whose verdict is foreseen with the largest variance; what is taken changes nothing. A comparison: it asks for oddities.</summary>
internal sealed class MostUncertain(ExpandedPool pool) : HighestFirst(pool.Count)
{
    private readonly double[] _variance = [.. Enumerable.Range(0, pool.Count).Select(row => pool.Verdict(row).Variance)];

    public static MostUncertain Of(QueueState state) => new(ExpandedPool.OfAll(state));

    protected override double Worth(int item) => _variance[item];
}
