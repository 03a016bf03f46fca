using Creative.Core.Statistics;
using Creative.Core.Statistics.Significance;

namespace Creative.Core.Comparing;

/// <summary>Usable or not, pair by pair.</summary>
/// <param name="ElementClass">Empty: all.</param>
/// <param name="OnlyBaseline">Pairs that only the baseline made usable.</param>
/// <param name="OnlyCandidate">Pairs that only the candidate made usable.</param>
/// <param name="TwoSided">Exact McNemar: chance of a split as uneven if both were alike.</param>
/// <param name="Better">Exact McNemar, one-sided: chance of as many for the candidate if both were alike.</param>
public sealed record PairedRate(
    string ElementClass, int Pairs, WilsonInterval Baseline, WilsonInterval Candidate, int OnlyBaseline, int OnlyCandidate, double TwoSided, double Better)
{
    /// <value>Two-sided after Holm, over classes and dimensions together.</value>
    public double Adjusted { get; init; } = 1;

    /// <value>Fell by more than its margin.</value>
    public bool Worse { get; init; }

    /// <value>Candidate less baseline.</value>
    public double Difference => Candidate.Rate - Baseline.Rate;

    public static PairedRate Of(string elementClass, IReadOnlyCollection<ComparedPair> pairs)
    {
        var onlyBaseline = pairs.Count(pair => pair.Baseline.Usable && !pair.Candidate.Usable);
        var onlyCandidate = pairs.Count(pair => !pair.Baseline.Usable && pair.Candidate.Usable);
        var test = McNemar.Of(onlyCandidate, onlyBaseline);
        return new PairedRate(
            elementClass,
            pairs.Count,
            WilsonInterval.Of(pairs.Count(pair => pair.Baseline.Usable), pairs.Count),
            WilsonInterval.Of(pairs.Count(pair => pair.Candidate.Usable), pairs.Count),
            onlyBaseline,
            onlyCandidate,
            test.TwoSided,
            test.OneSided);
    }
}

/// <summary>The scores of a dimension, pair by pair.</summary>
/// <param name="Mean">Candidate less baseline, points.</param>
/// <param name="Interval">95 %, by the normal curve; null for a single pair.</param>
/// <param name="TwoSided">Chance of a mean as far from 0 if both were alike (Wilcoxon's signed ranks).</param>
public sealed record PairedScore(string Dimension, int Pairs, double Mean, Interval? Interval, double TwoSided)
{
    private const double Quantile = 1.959963984540054;

    /// <value>Two-sided after Holm, over classes and dimensions together.</value>
    public double Adjusted { get; init; } = 1;

    /// <value>May have fallen by more than its margin.</value>
    public bool Worse { get; init; }

    /// <param name="differences">At least one.</param>
    public static PairedScore Of(string dimension, IReadOnlyCollection<double> differences)
    {
        var mean = differences.Average();
        var test = WilcoxonSignedRank.Of(differences);
        var error = differences.Count < 2 ? (double?)null : Math.Sqrt(differences.Sum(one => (one - mean) * (one - mean)) / (differences.Count - 1) / differences.Count);
        return new PairedScore(
            dimension,
            differences.Count,
            mean,
            error is { } spread ? new Interval(mean - (Quantile * spread), mean + (Quantile * spread)) : null,
            test.TwoSided);
    }
}
