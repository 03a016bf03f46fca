using System.Collections.Immutable;
using Creative.Core.Datasets.Material;
using Creative.Core.Labeling;
using Creative.Core.Statistics;
using Creative.Core.Statistics.Agreement;

namespace Creative.Core.Datasets.Consensus;

/// <summary>How far raters agree on something: Krippendorff's alpha.</summary>
/// <param name="Alpha">Null: not defined.</param>
/// <param name="Interval">95 %, by resampling images; null: not defined.</param>
/// <param name="Units">Images that two raters or more have judged.</param>
public sealed record RaterAgreement(double? Alpha, Interval? Interval, int Units)
{
    private const int Resamples = 200;

    /// <summary>Of the scores of a dimension, ordinal.</summary>
    public static RaterAgreement OnDimension(ImmutableArray<RatedItem> items, string dimension) => Of(ScoresOf(items, dimension), AlphaMetric.Ordinal);

    /// <summary>Of the verdicts, nominal; those who were unsure do not count.</summary>
    public static RaterAgreement OnVerdict(ImmutableArray<RatedItem> items) => Of(
        [.. items.Select(item => item.Judgements.Select(one => one.Judgement!.Verdict).Where(verdict => verdict != Verdict.Unsure).Select(verdict => (double)verdict).ToArray())],
        AlphaMetric.Nominal);

    /// <summary>The figure alone, without its interval.</summary>
    public static double? AlphaOn(ImmutableArray<RatedItem> items, string dimension) => KrippendorffAlpha.Of(ScoresOf(items, dimension), AlphaMetric.Ordinal);

    private static double[][] ScoresOf(ImmutableArray<RatedItem> items, string dimension) =>
        [.. items.Select(item => item.Judgements.Where(one => one.Scores.ContainsKey(dimension)).Select(one => (double)one.Scores[dimension]).ToArray())];

    private static RaterAgreement Of(double[][] units, AlphaMetric metric)
    {
        double[][] shared = [.. units.Where(unit => unit.Length > 1)];
        return new RaterAgreement(KrippendorffAlpha.Of(shared, metric), KrippendorffAlpha.IntervalOf(shared, metric, Resamples), shared.Length);
    }
}
