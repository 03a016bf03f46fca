using System.Collections.Immutable;
using System.Globalization;
using Creative.Core.Statistics.Significance;

namespace Creative.Core.Comparing;

/// <summary>How two versions compare, and whether the candidate may take over.</summary>
/// <param name="Reasons">Plain words with the figures: why not or, where it may, why.</param>
public sealed record ModelComparison(
    PairedRate Overall, ImmutableArray<PairedRate> Classes, ImmutableArray<PairedScore> Dimensions, bool Promotable, ImmutableArray<string> Reasons)
{
    /// <param name="pairs">At least one.</param>
    /// <exception cref="ArgumentException">There are no pairs.</exception>
    public static ModelComparison Of(IReadOnlyCollection<ComparedPair> pairs, PromotionRule rule)
    {
        if (pairs.Count == 0)
        {
            throw new ArgumentException("At least one pair.", nameof(pairs));
        }

        var overall = PairedRate.Of("", pairs);
        var classes = pairs.GroupBy(pair => pair.ElementClass).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => PairedRate.Of(kind.Key, [.. kind])).ToArray();
        var dimensions = ScoresOf(pairs).ToArray();

        // One question for each class and each dimension: together they are asked at one level.
        var adjusted = Holm.Adjust([.. classes.Select(one => one.TwoSided), .. dimensions.Select(one => one.TwoSided)]);
        var judged = classes
            .Select((one, i) => one with { Adjusted = adjusted[i], Worse = one.Pairs >= rule.MinClassPairs && one.Difference < -rule.ClassMargin })
            .ToImmutableArray();
        var scored = dimensions
            .Select((one, i) => one with { Adjusted = adjusted[classes.Length + i], Worse = (one.Interval?.Low ?? one.Mean) < -rule.DimensionMargin })
            .ToImmutableArray();
        ImmutableArray<string> against = [.. Objections(overall, judged, scored, rule)];
        return new ModelComparison(overall, judged, scored, against.IsEmpty, against.IsEmpty ? [Better(overall)] : against);
    }

    private static IEnumerable<PairedScore> ScoresOf(IReadOnlyCollection<ComparedPair> pairs)
    {
        var ids = pairs.SelectMany(pair => pair.Baseline.Scores.Keys.Intersect(pair.Candidate.Scores.Keys)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return ids.Select(id => PairedScore.Of(
            id,
            [.. pairs.Where(pair => pair.Baseline.Scores.ContainsKey(id) && pair.Candidate.Scores.ContainsKey(id)).Select(pair => pair.Candidate.Scores[id] - pair.Baseline.Scores[id])]));
    }

    private static IEnumerable<string> Objections(PairedRate overall, IEnumerable<PairedRate> classes, IEnumerable<PairedScore> dimensions, PromotionRule rule)
    {
        if (overall.Difference <= 0 || overall.Better > rule.MaxChance)
        {
            yield return $"Not surely better: {Figures(overall)}; at most {Number(rule.MaxChance)} is asked for.";
        }

        foreach (var one in classes.Where(one => one.Worse))
        {
            yield return $"Class '{one.ElementClass}' fell by more than {Number(rule.ClassMargin)}: {Figures(one)}.";
        }

        foreach (var one in dimensions.Where(one => one.Worse))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Dimension '{one.Dimension}' may have fallen by more than {rule.DimensionMargin} points: {one.Mean:+0.00;-0.00} on average, {(one.Interval is { } interval ? $"from {interval.Low:+0.00;-0.00}" : "a single pair")}.");
        }
    }

    private static string Better(PairedRate overall) => $"Better, and nothing worse by more than its margin: {Figures(overall)}.";

    private static string Figures(PairedRate one) => string.Create(
        CultureInfo.InvariantCulture,
        $"usable {one.Baseline.Rate * 100:0.0} % → {one.Candidate.Rate * 100:0.0} % of {one.Pairs} pairs, {one.OnlyCandidate} only by the candidate and {one.OnlyBaseline} only by the baseline, p {one.Better:0.0000}");

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
