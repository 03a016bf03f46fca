using System.Collections.Immutable;
using Creative.Core.Comparing;
using Xunit;

namespace Creative.Core.Tests.Comparing;

public sealed class ModelComparisonTests
{
    [Fact]
    public void Forty_against_twenty_is_better_with_the_published_chances()
    {
        var comparison = ModelComparison.Of(Pairs(both: 200, onlyCandidate: 40, onlyBaseline: 20, neither: 40), new PromotionRule());

        Assert.Equal((300, 20, 40), (comparison.Overall.Pairs, comparison.Overall.OnlyBaseline, comparison.Overall.OnlyCandidate));
        Assert.Equal(0.013489, comparison.Overall.TwoSided, 6);
        Assert.Equal(0.006745, comparison.Overall.Better, 6);
        Assert.Equal(220.0 / 300, comparison.Overall.Baseline.Rate, 9);
        Assert.True(comparison.Promotable);
        Assert.StartsWith("Better, and nothing worse", Assert.Single(comparison.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void No_difference_is_not_better()
    {
        var comparison = ModelComparison.Of(Pairs(both: 90, onlyCandidate: 5, onlyBaseline: 5, neither: 0), new PromotionRule());

        Assert.False(comparison.Promotable);
        Assert.StartsWith("Not surely better", Assert.Single(comparison.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_with_too_few_pairs_is_not_held_to_its_margin()
    {
        ImmutableArray<ComparedPair> pairs = [.. Pairs(both: 50, onlyCandidate: 20, onlyBaseline: 0, neither: 30), .. Pairs(both: 5, onlyCandidate: 0, onlyBaseline: 4, neither: 0, elementClass: "rare")];

        Assert.True(ModelComparison.Of(pairs, new PromotionRule()).Promotable);
        var strict = ModelComparison.Of(pairs, new PromotionRule(MinClassPairs: 5));
        Assert.False(strict.Promotable);
        Assert.True(strict.Classes.Single(kind => kind.ElementClass == "rare").Worse);
    }

    [Fact]
    public void Chances_of_classes_and_dimensions_are_adjusted_together()
    {
        var pairs = Pairs(both: 30, onlyCandidate: 10, onlyBaseline: 0, neither: 0, scores: i => (3, 3.5 + (i % 3 * 0.1)));

        var comparison = ModelComparison.Of(pairs, new PromotionRule());

        var (kind, dimension) = (comparison.Classes.Single(), comparison.Dimensions.Single());
        Assert.Equal(Math.Min(1, 2 * Math.Min(kind.TwoSided, dimension.TwoSided)), Math.Min(kind.Adjusted, dimension.Adjusted), 12);
        Assert.InRange(dimension.Interval!.Value.Low, 0.5, dimension.Mean);
        Assert.False(dimension.Worse);
    }

    [Fact]
    public void A_single_pair_has_no_interval_and_proves_nothing()
    {
        var comparison = ModelComparison.Of(Pairs(both: 0, onlyCandidate: 1, onlyBaseline: 0, neither: 0, scores: _ => (3, 2)), new PromotionRule());

        Assert.False(comparison.Promotable);
        Assert.Null(comparison.Dimensions.Single().Interval);
        Assert.Throws<ArgumentException>(() => ModelComparison.Of([], new PromotionRule()));
    }

    private static ImmutableArray<ComparedPair> Pairs(
        int both, int onlyCandidate, int onlyBaseline, int neither, string elementClass = "coin", Func<int, (double Baseline, double Candidate)>? scores = null)
    {
        (bool Baseline, bool Candidate)[] verdicts =
        [
            .. Enumerable.Repeat((true, true), both), .. Enumerable.Repeat((false, true), onlyCandidate), .. Enumerable.Repeat((true, false), onlyBaseline), .. Enumerable.Repeat((false, false), neither),
        ];
        return
        [
            .. verdicts.Select((verdict, i) => new ComparedPair(
                elementClass, Side(verdict.Baseline, scores?.Invoke(i).Baseline), Side(verdict.Candidate, scores?.Invoke(i).Candidate))),
        ];
    }

    private static JudgedSide Side(bool usable, double? hue) =>
        new(usable, hue is { } points ? ImmutableSortedDictionary<string, double>.Empty.Add("hue", points) : ImmutableSortedDictionary<string, double>.Empty);
}
