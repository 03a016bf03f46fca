using MathNet.Numerics.Distributions;

namespace Creative.Core.ActiveLearning.Acquisition.Comparisons;

/// <summary>
/// The item on whose verdict models that all fit what was judged disagree most (N. Houlsby et al., "Bayesian active learning
/// for classification and preference learning", 2011; BALD). The models are quantiles of what the verdict model leaves open.
/// A comparison.
/// </summary>
internal sealed class ExpectedDisagreement(double[] disagreement) : HighestFirst(disagreement.Length)
{
    private const int Members = 9;

    private static readonly double[] Quantiles = [.. Enumerable.Range(0, Members).Select(i => Normal.InvCDF(0, 1, (i + 0.5) / Members))];

    public static ExpectedDisagreement Of(QueueState state)
    {
        var pool = ExpandedPool.OfAll(state);
        var noise = Math.Sqrt(pool.Scorer.Noise(pool.Scorer.Usable));
        return new ExpectedDisagreement([.. Enumerable.Range(0, pool.Count).Select(row => Committee(pool.Verdict(row), noise).Disagreement)]);
    }

    protected override double Worth(int item) => disagreement[item];

    private static CommitteeForecast Committee((double Mean, double Variance) verdict, double noise) => CommitteeForecast.Of(
    [
        .. Quantiles.Select(quantile => Normal.CDF(0, 1, (verdict.Mean + (quantile * Math.Sqrt(verdict.Variance))) / noise)).Select(usable => (double[])[usable, 1 - usable]),
    ]);
}
