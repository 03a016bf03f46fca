using System.Globalization;
using Creative.Core.Statistics.Agreement;
using Xunit;

namespace Creative.Core.Tests.Statistics.Agreement;

/// <summary>Tables are written rater by rater, a dot for what is missing.</summary>
public sealed class KrippendorffAlphaTests
{
    // Published in the tests of fast-krippendorff (nominal and interval).
    private const string Published = """
        . . . . . 3 4 1 2 1 1 3 3 . 3
        1 . 2 1 3 3 4 3 . . . . . . .
        . . 2 1 3 4 4 . 2 1 1 3 3 . 4
        """;

    // The example of Krippendorff's own paper.
    private const string FourObservers = """
        1 2 3 3 2 1 4 1 2 . . .
        1 2 3 3 2 2 4 1 2 5 . 3
        . 3 3 3 2 3 4 2 2 5 1 .
        1 2 3 3 2 4 4 1 2 5 1 .
        """;

    private const string Own = """
        1 2 3 4 5 .
        1 3 3 4 4 2
        2 2 3 5 5 2
        """;

    [Theory]
    [InlineData(Published, AlphaMetric.Nominal, .691358)]
    [InlineData(Published, AlphaMetric.Ordinal, .806721)]
    [InlineData(Published, AlphaMetric.Interval, .810845)]
    [InlineData(Published, AlphaMetric.Ratio, .808944)]
    [InlineData(FourObservers, AlphaMetric.Nominal, .743421)]
    [InlineData(FourObservers, AlphaMetric.Ordinal, .815388)]
    [InlineData(FourObservers, AlphaMetric.Interval, .849107)]
    [InlineData(FourObservers, AlphaMetric.Ratio, .797403)]
    [InlineData(Own, AlphaMetric.Nominal, .433628)]
    [InlineData(Own, AlphaMetric.Ordinal, .877659)]
    [InlineData(Own, AlphaMetric.Interval, .865546)]
    public void Has_the_published_value(string table, AlphaMetric metric, double alpha) =>
        Assert.Equal(alpha, KrippendorffAlpha.Of(Units(table), metric)!.Value, 6);

    // Published in the tests of fast-krippendorff, as a metric of the caller's own.
    [Fact]
    public void Has_the_published_value_by_plain_difference() =>
        Assert.Equal(.761905, KrippendorffAlpha.Of(Units("1 2 3\n1 2 4"), AlphaMetric.Absolute)!.Value, 6);

    [Fact]
    public void Counts_coincidences_as_published()
    {
        var table = new Coincidences(Units(Published));
        double[][] rows = [[6, 0, 1, 0], [0, 4, 0, 0], [1, 0, 7, 2], [0, 0, 2, 3]];

        Assert.Equal(rows, Enumerable.Range(0, 4).Select(c => Enumerable.Range(0, 4).Select(k => Math.Round(table[c, k], 12)).ToArray()));
        Assert.Equal([7, 4, 10, 5], table.Totals().Select(total => Math.Round(total, 12)));
        Assert.Equal([9, 13, 10, 5, 3], new Coincidences(Units(FourObservers)).Totals().Select(total => Math.Round(total, 12)));
    }

    [Theory]
    [InlineData(AlphaMetric.Nominal, .230769, .747692)]
    [InlineData(AlphaMetric.Interval, .461538, 2.44)]
    [InlineData(AlphaMetric.Ordinal, 20.673077, 106.96)]
    public void Disagreement_is_the_published_one(AlphaMetric metric, double observed, double expected)
    {
        var disagreement = new Coincidences(Units(Published)).Disagreement(metric);

        Assert.Equal(observed, disagreement.Observed, 6);
        Assert.Equal(expected, disagreement.Expected, 6);
    }

    [Theory]
    [InlineData("1 1 1\n1 1 1")] // one value throughout: nothing could differ
    [InlineData("1 . 2\n. 3 .")] // no item has two values
    public void Is_undefined_rather_than_one(string table)
    {
        Assert.Null(KrippendorffAlpha.Of(Units(table), AlphaMetric.Ordinal));
        Assert.Null(KrippendorffAlpha.IntervalOf(Units(table), AlphaMetric.Ordinal));
    }

    [Fact]
    public void Interval_holds_the_value_and_narrows_with_more_items()
    {
        var few = Units(FourObservers);
        var many = Enumerable.Repeat(few, 12).SelectMany(units => units).ToArray();
        var wide = KrippendorffAlpha.IntervalOf(few, AlphaMetric.Ordinal)!.Value;
        var narrow = KrippendorffAlpha.IntervalOf(many, AlphaMetric.Ordinal)!.Value;

        Assert.InRange(.815388, wide.Low, wide.High);
        Assert.InRange(KrippendorffAlpha.Of(many, AlphaMetric.Ordinal)!.Value, narrow.Low, narrow.High);
        Assert.True(narrow.High - narrow.Low < .5 * (wide.High - wide.Low), $"{wide} {narrow}");
        Assert.Equal(wide, KrippendorffAlpha.IntervalOf(few, AlphaMetric.Ordinal)!.Value);
    }

    [Fact]
    public void Interval_covers_the_truth_as_often_as_it_says()
    {
        // Verdicts of two raters: right with chance .9, else by lot. The truth is that of a very long table.
        var random = new Creative.Core.Numerics.SeededRandom(4);
        double Say(double truth) => random.NextDouble() < .8 ? truth : random.Below(2);
        double[][] Table(int items) => [.. Enumerable.Range(0, items).Select(_ => (double)random.Below(2)).Select(truth => new[] { Say(truth), Say(truth) })];
        var truth = KrippendorffAlpha.Of(Table(200_000), AlphaMetric.Nominal)!.Value;
        var held = Enumerable.Range(0, 200).Count(i =>
            KrippendorffAlpha.IntervalOf(Table(120), AlphaMetric.Nominal, 200, seed: (ulong)i) is { } interval && interval.Low <= truth && truth <= interval.High);

        Assert.InRange(held, 178, 199);
    }

    private static List<double>[] Units(string table)
    {
        var rows = table.Split('\n', StringSplitOptions.TrimEntries).Select(row => row.Split(' ')).ToArray();
        return [.. Enumerable.Range(0, rows[0].Length).Select(item =>
            rows.Where(row => row[item] != ".").Select(row => double.Parse(row[item], CultureInfo.InvariantCulture)).ToList())];
    }
}
