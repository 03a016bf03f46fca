namespace Creative.Core.Statistics.Agreement;

/// <summary>How well a rater repeats a score (J. M. Bland, D. G. Altman, "Measurement error", BMJ 313, 1996).</summary>
/// <param name="Spread">Standard deviation within an item, in points: √(Σ d² / 2n).</param>
/// <param name="MeanDifference">Of second and first score, absolute, in points.</param>
/// <param name="Pairs">Items scored twice.</param>
public sealed record Repeatability(double Spread, double MeanDifference, int Pairs)
{
    /// <value>Two scores of one item lie closer together than this in 95 of 100 cases, in points.</value>
    public double Limit => 1.959963984540054 * Math.Sqrt(2) * Spread;

    /// <returns>Null without a pair.</returns>
    public static Repeatability? Of(IReadOnlyCollection<(double First, double Second)> pairs) => pairs.Count == 0
        ? null
        : new Repeatability(
            Math.Sqrt(pairs.Sum(pair => (pair.Second - pair.First) * (pair.Second - pair.First)) / (2 * pairs.Count)),
            pairs.Average(pair => Math.Abs(pair.Second - pair.First)),
            pairs.Count);
}
