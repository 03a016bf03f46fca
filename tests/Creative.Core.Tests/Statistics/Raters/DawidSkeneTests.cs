using System.Globalization;
using Creative.Core.Statistics.Raters;
using Xunit;

namespace Creative.Core.Tests.Statistics.Raters;

public sealed class DawidSkeneTests
{
    private static readonly int[] ByColumn = [0, 0, 0, 1, 2, 3, 4];

    /// <summary>Table 1 of the paper.</summary>
    private static readonly Vote[] Anaesthetists =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "labels", "anaesthetists.csv")).Skip(1)
            .Select(line => line.Split(',').Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray())
            .SelectMany(row => row.Skip(1).Select((said, column) => new Vote(row[0] - 1, ByColumn[column], said - 1))),
    ];

    private static readonly VoteFit Plain = DawidSkene.Plain.Fit(Anaesthetists, 45, 5, 4);

    [Fact]
    public void Finds_the_shares_of_the_paper()
    {
        Near([.3996, .4220, .1118, .0667], Plain.Prior);
        Assert.Equal([-205.091138, -194.550952, -193.159445], Plain.LogLikelihoods.Take(3).Select(value => Math.Round(value, 6)));
        Assert.Equal(-192.890882, Plain.LogLikelihoods[^1], 5);
        Assert.Equal(15, Plain.LogLikelihoods.Length);
    }

    [Fact]
    public void Finds_the_error_rates_of_the_paper()
    {
        double[][] first = [[.8895, .1105, 0, 0], [.0706, .8764, .0530, 0], [0, .3388, .6612, 0], [0, 0, .5556, .4444]];
        double[][] second = [[.8342, .1658, 0, 0], [.0527, .6329, .3143, 0], [0, 0, 1, 0], [0, 0, 0, 1]];
        double[][] fifth = [[1, 0, 0, 0], [.1590, .7345, .1064, 0], [0, .2091, .7909, 0], [0, 0, .3333, .6667]];

        foreach (var (rater, expected) in new[] { (0, first), (1, second), (4, fifth) })
        {
            Assert.All(expected.Zip(Plain.Confusion[rater]), rows => Near(rows.First, rows.Second));
        }
    }

    [Fact]
    public void Finds_the_classes_of_the_paper()
    {
        const string Classes = "1 4 2 2 2 2 1 3 2 2 4 3 1 2 1 1 1 1 2 2 2 2 2 2 1 1 2 1 1 1 1 3 1 2 2 4 2 3 3 1 1 1 2 1 2";

        Assert.Equal(Classes, string.Join(' ', Plain.Posteriors.Select(row => row.IndexOf(row.Max()) + 1)));
        Near([0, .0212, .9788, 0], Plain.Posteriors[37]);
    }

    [Fact]
    public void Likelihood_never_falls() =>
        Assert.All(Plain.LogLikelihoods.Zip(Plain.LogLikelihoods.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 1e-9));

    [Fact]
    public void Assumed_votes_keep_few_votes_from_becoming_certainties()
    {
        Vote[] one = [new(0, 0, 1), new(1, 0, 0)];
        var (plain, shipped) = (DawidSkene.Plain.Fit(one, 3, 1, 2), new DawidSkene().Fit(one, 3, 1, 2));

        Assert.Equal(1, plain.Posteriors[0][1], 9);
        Assert.InRange(shipped.Posteriors[0][1], .55, .95);
        Near([.5, .5], shipped.Posteriors[2]); // nobody voted on it
    }

    [Fact]
    public void A_rater_who_says_the_opposite_counts_against_what_they_say()
    {
        var votes = Enumerable.Range(0, 120).SelectMany(item => new[] { 0, 1, 2, 3 }.Select(rater =>
            new Vote(item, rater, rater == 3 ? 1 - (item % 2) : item % 2))).Append(new Vote(120, 3, 0)).ToArray();
        var fit = new DawidSkene().Fit(votes, 121, 4, 2);

        Assert.True(fit.Posteriors[120][1] > .8, $"{fit.Posteriors[120][1]}");
    }

    [Fact]
    public void Single_votes_of_many_raters_do_not_make_the_rarer_class_disappear()
    {
        var votes = Enumerable.Range(0, 300).Select(item => new Vote(item, item % 28, item % 10 < 7 ? 0 : 1)).ToArray();
        var fit = new DawidSkene().Fit(votes, 300, 28, 2);

        Assert.All(votes, vote => Assert.True(fit.Posteriors[vote.Item][vote.Class] > .5, $"{vote}: {fit.Posteriors[vote.Item][vote.Class]}"));
    }

    [Fact]
    public void Refuses_votes_out_of_range()
    {
        Assert.Throws<ArgumentException>(() => new DawidSkene().Fit([], 1, 1, 2));
        Assert.Throws<ArgumentException>(() => new DawidSkene().Fit([new Vote(0, 0, 2)], 1, 1, 2));
    }

    private static void Near(double[] expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.InRange(pair.Second, pair.First - 6e-5, pair.First + 6e-5));
}
