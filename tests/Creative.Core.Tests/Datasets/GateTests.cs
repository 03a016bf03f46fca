using System.Collections.Immutable;
using Creative.Core.Datasets.Fingerprints;
using Creative.Core.Datasets.Gates;
using Creative.Core.Datasets.Material;
using Creative.Core.Labeling;
using Xunit;

namespace Creative.Core.Tests.Datasets;

public sealed class GateTests
{
    private static readonly string[] Raters = ["r-a", "r-b", "r-c"];

    [Fact]
    public void A_rater_who_surely_fails_the_gold_items_is_left_out()
    {
        var gold = Enumerable.Range(0, 12).Select(n => Item($"gold {n}", Raters.Select(rater => Event(rater, 4) with { Passed = rater != "r-c" })) with { Gold = true });

        var (material, reports) = Run(new GateSettings { MinGoldPassRate = 0.7 }, gold: [.. gold]);

        Assert.DoesNotContain(material.Items, item => item.Judgements.Any(one => one.Rater == "r-c"));
        Assert.Equal(["rater r-c: 0 of 12 gold items passed, surely less than 0.70"], Report(reports, "gold").Remarks.ToArray());
        Assert.Equal((30, 20), (Report(reports, "gold").JudgementsBefore, Report(reports, "gold").JudgementsAfter));
    }

    [Fact]
    public void A_few_slips_are_not_held_against_a_rater()
    {
        var gold = Enumerable.Range(0, 3).Select(n => Item($"gold {n}", [Event("r-a", 4) with { Passed = n == 0 }]) with { Gold = true });

        var (_, reports) = Run(new GateSettings { MinGoldPassRate = 0.7 }, gold: [.. gold]);

        Assert.Empty(Report(reports, "gold").Remarks);
    }

    [Fact]
    public void A_dimension_on_which_nobody_agrees_is_left_out_and_a_strict_gate_refuses()
    {
        // On shape all give the same to each item; on hue each gives something else.
        ImmutableArray<RatedItem> items =
        [
            .. Enumerable.Range(0, 12).Select(n => Item($"item {n:00}", Raters.Select((rater, r) => Event(rater, 1 + (n % 5)) with
            {
                Judgement = new Judgement(Verdict.Usable, Scores(("shape", 1 + (n % 5)), ("hue", 1 + ((n + (2 * r)) % 5))), []),
            }))),
        ];

        var (material, reports) = Run(new GateSettings { MinAgreement = 0.4 }, items);
        var (_, strict) = Run(new GateSettings { MinAgreement = 0.4, Strict = ["agreement"] }, items);

        Assert.Equal(["shape"], material.Dimensions.ToArray());
        Assert.Contains("is below 0.40", Assert.Single(Report(reports, "agreement").Remarks), StringComparison.Ordinal);
        Assert.True(strict[^1].Refused);
        Assert.Equal("agreement", strict[^1].Gate);
    }

    [Fact]
    public void Agreement_that_cannot_be_measured_is_said_and_drops_nothing()
    {
        ImmutableArray<RatedItem> items = [.. Enumerable.Range(0, 6).Select(n => Item($"item {n}", [Event("r-a", 3)]))];

        var (material, reports) = Run(new GateSettings { MinAgreement = 0.4 }, items);

        Assert.Equal(["shape"], material.Dimensions.ToArray());
        Assert.Contains("not defined", Assert.Single(Report(reports, "agreement").Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_images_that_pass_for_one_the_first_with_each_verdict_stays()
    {
        var same = new ImageFingerprint(77, [.. new byte[48]]);
        ImmutableArray<RatedItem> items =
        [
            Item("first", Raters.Select(rater => Event(rater, 4))), Item("twin", Raters.Select(rater => Event(rater, 4))), Item("spoilt", Raters.Select(rater => Event(rater, 1, Verdict.Unusable))),
        ];

        var (material, reports) = Run(new GateSettings(), items, looks: _ => same);

        Assert.Equal(["first", "spoilt"], material.Items.Select(item => item.Id));
        Assert.Equal((3, 2), (Report(reports, "near_duplicates").ItemsBefore, Report(reports, "near_duplicates").ItemsAfter));
    }

    [Fact]
    public void What_was_made_as_the_hold_out_was_made_is_a_leak_whatever_it_looks_like()
    {
        var item = Item("item", [Event("r-a", 4)]);
        var heldOut = Item("kept apart", []) with { Source = item.Source };

        var (material, reports) = Run(new GateSettings(), [item], heldOut: [heldOut]);

        Assert.Empty(material.Items);
        Assert.Equal(["leak: item item is in the hold-out as the same prompt and seed"], Report(reports, "hold_out").Remarks.ToArray());
    }

    [Fact]
    public void A_repeat_of_a_rater_does_not_count_a_second_time()
    {
        var item = Item("item", [Event("r-a", 4), Event("r-a", 1), Event("r-b", 5) with { Superseded = true }]);

        Assert.Equal([4], item.Judgements.Select(one => one.Scores["shape"]));
    }

    private static (GateMaterial Material, ImmutableArray<GateReport> Reports) Run(
        GateSettings settings, ImmutableArray<RatedItem>? items = null, ImmutableArray<RatedItem>? gold = null, ImmutableArray<RatedItem>? heldOut = null, Func<string, ImageFingerprint>? looks = null)
    {
        var all = items ?? [.. Enumerable.Range(0, 10).Select(n => Item($"item {n}", Raters.Select(rater => Event(rater, 4))))];
        var files = all.AddRange(heldOut ?? []).Select(item => item.Sha256).Distinct(StringComparer.Ordinal);
        return GateList.Run(
            new GateMaterial(all, [.. all.SelectMany(item => item.Judgements).SelectMany(one => one.Scores.Keys).Distinct()]),
            new GateContext(
                settings, gold ?? [], heldOut ?? [], [], files.Select((file, i) => (file, i)).ToDictionary(pair => pair.file, pair => looks?.Invoke(pair.file) ?? Look(pair.i)), _ => true));
    }

    /// <summary>Forms that differ in many bits from one number to the next.</summary>
    private static ImageFingerprint Look(int number) => new(0x9E3779B97F4A7C15UL * (ulong)(number + 1), [.. Enumerable.Repeat((byte)(number * 20), 48)]);

    private static GateReport Report(ImmutableArray<GateReport> reports, string gate) => reports.Single(report => report.Gate == gate);

    private static RatedItem Item(string id, IEnumerable<RatingEvent> events) => new(
        id, "project", $"file of {id}", 24, 40, new ImageSource("gold coin", (ulong)id.Sum(letter => letter), "elements-mini", "2.0.0", "coin", "coin", ""), false, [.. events]);

    private static RatingEvent Event(string rater, int shape, Verdict verdict = Verdict.Usable) =>
        new($"{rater} {shape}", "score", rater, new Judgement(verdict, Scores(("shape", shape)), []));

    private static ImmutableSortedDictionary<string, int> Scores(params (string Id, int Value)[] scores) =>
        scores.ToImmutableSortedDictionary(score => score.Id, score => score.Value, StringComparer.Ordinal);
}
