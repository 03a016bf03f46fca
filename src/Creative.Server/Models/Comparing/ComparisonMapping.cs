using System.Collections.Immutable;
using Creative.Contract.V1;
using Creative.Core.Comparing;
using Creative.Core.Statistics;

namespace Creative.Server.Models.Comparing;

/// <summary>Comparisons from and to messages of the contract.</summary>
internal static class ComparisonMapping
{
    public static PromotionRule ToRule(ComparisonRule? rule)
    {
        var usual = new PromotionRule();
        return rule is null
            ? usual
            : new PromotionRule(
                Given(rule.MaxP, usual.MaxChance),
                Given(rule.ClassMargin, usual.ClassMargin),
                Given(rule.DimensionMargin, usual.DimensionMargin),
                rule.MinClassPairs == 0 ? usual.MinClassPairs : rule.MinClassPairs);
    }

    public static ComparedPair ToPair(JudgedPair pair) => new(
        pair.ElementClass,
        new JudgedSide(pair.BaselineUsable, pair.BaselineScores.ToImmutableSortedDictionary(StringComparer.Ordinal)),
        new JudgedSide(pair.CandidateUsable, pair.CandidateScores.ToImmutableSortedDictionary(StringComparer.Ordinal)));

    public static Comparison ToMessage(ModelComparison comparison, PromotionRule rule) => new()
    {
        Rule = new ComparisonRule { MaxP = rule.MaxChance, ClassMargin = rule.ClassMargin, DimensionMargin = rule.DimensionMargin, MinClassPairs = rule.MinClassPairs },
        Overall = ToMessage(comparison.Overall),
        Classes = { comparison.Classes.Select(ToMessage) },
        Dimensions = { comparison.Dimensions.Select(ToMessage) },
        Promotable = comparison.Promotable,
        Reasons = { comparison.Reasons },
    };

    private static PairedRates ToMessage(PairedRate rate) => new()
    {
        ElementClass = rate.ElementClass,
        Pairs = rate.Pairs,
        Baseline = ToMessage(rate.Baseline, rate.Pairs),
        Candidate = ToMessage(rate.Candidate, rate.Pairs),
        OnlyBaseline = rate.OnlyBaseline,
        OnlyCandidate = rate.OnlyCandidate,
        PTwoSided = rate.TwoSided,
        PBetter = rate.Better,
        PAdjusted = rate.Adjusted,
        Worse = rate.Worse,
    };

    private static PairedScores ToMessage(PairedScore score)
    {
        var difference = new Estimate { Value = score.Mean, Count = score.Pairs };
        if (score.Interval is { } interval)
        {
            (difference.Low, difference.High) = (interval.Low, interval.High);
        }

        return new PairedScores { Dimension = score.Dimension, Difference = difference, PTwoSided = score.TwoSided, PAdjusted = score.Adjusted, Worse = score.Worse };
    }

    private static Estimate ToMessage(WilsonInterval rate, int pairs) => new() { Value = rate.Rate, Low = rate.Low, High = rate.High, Count = pairs };

    private static double Given(double value, double usual) => value == 0 ? usual : value;
}
