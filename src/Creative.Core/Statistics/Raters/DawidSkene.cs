using System.Collections.Immutable;

namespace Creative.Core.Statistics.Raters;

/// <summary>One answer of one rater to one item: a class from 0 on.</summary>
public readonly record struct Vote(int Item, int Rater, int Class);

/// <summary>What the votes say.</summary>
/// <param name="Posteriors">For each item the chance of each class.</param>
/// <param name="Prior">Share of each class.</param>
/// <param name="Confusion">For each rater, [true class][said class] → chance.</param>
/// <param name="LogLikelihoods">Of the votes after each pass, natural logarithm.</param>
public sealed record VoteFit(
    ImmutableArray<ImmutableArray<double>> Posteriors, ImmutableArray<double> Prior,
    ImmutableArray<ImmutableArray<ImmutableArray<double>>> Confusion, ImmutableArray<double> LogLikelihoods);

/// <summary>
/// True classes from several raters' votes, each rater with a confusion matrix of their own, by EM (A. P. Dawid, A. M. Skene,
/// "Maximum likelihood estimation of observer error-rates using the EM algorithm", Applied Statistics 28, 1979).
/// </summary>
/// <param name="Agreeing">Votes that each rater is taken to have cast rightly for each class; 0: plain maximum likelihood.</param>
/// <param name="Other">Votes that each rater is taken to have cast for each wrong class; without any, few votes make certainties.</param>
/// <remarks>
/// The default takes nine votes of ten to be right, as if each rater had been seen ten times. Less is not enough where most items
/// have one vote: EM then explains every other opinion by a careless rater, and the rarer class disappears.
/// </remarks>
public sealed record DawidSkene(double Agreeing = 9, double Other = 1)
{
    private const int MostPasses = 1000;
    private const double Still = 1e-5;

    /// <summary>Without any assumption on the raters, as in the paper.</summary>
    public static DawidSkene Plain { get; } = new(0, 0);

    /// <param name="votes">A rater may vote several times on an item.</param>
    /// <param name="items">Items are 0 to this less 1; one without a vote gets the prior.</param>
    /// <param name="raters">Raters are 0 to this less 1.</param>
    /// <param name="classes">At least 2; classes are 0 to this less 1.</param>
    /// <exception cref="ArgumentException">No votes, or one out of range.</exception>
    public VoteFit Fit(IReadOnlyList<Vote> votes, int items, int raters, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        bool Fits(Vote vote) => vote.Item >= 0 && vote.Item < items && vote.Rater >= 0 && vote.Rater < raters && vote.Class >= 0 && vote.Class < classes;
        if (votes.Count == 0 || !votes.All(Fits))
        {
            throw new ArgumentException($"{votes.Count} votes on {items} items by {raters} raters in {classes} classes: none, or one out of range.", nameof(votes));
        }

        var posteriors = Shares(votes, items, classes);
        var (prior, confusion) = (new double[classes], new double[raters, classes, classes]);
        var likelihoods = ImmutableArray.CreateBuilder<double>();
        for (var moved = double.MaxValue; likelihoods.Count < MostPasses && moved >= Still;)
        {
            var (nextPrior, nextConfusion) = (Average(posteriors, classes), Confuse(votes, posteriors, raters, classes));
            moved = Math.Max(
                prior.Zip(nextPrior, (a, b) => Math.Abs(a - b)).Sum(),
                confusion.Cast<double>().Zip(nextConfusion.Cast<double>(), (a, b) => Math.Abs(a - b)).Sum());
            (prior, confusion) = (nextPrior, nextConfusion);
            likelihoods.Add(Expect(votes, posteriors, prior, confusion));
        }

        return new VoteFit([.. posteriors.Select(row => row.ToImmutableArray())], [.. prior], Nested(confusion, raters, classes), likelihoods.ToImmutable());
    }

    /// <summary>Where the search begins: the share of an item's votes that each class has.</summary>
    private static double[][] Shares(IReadOnlyList<Vote> votes, int items, int classes)
    {
        var shares = Enumerable.Range(0, items).Select(_ => new double[classes]).ToArray();
        foreach (var vote in votes)
        {
            shares[vote.Item][vote.Class]++;
        }

        return [.. shares.Select(row => row.Sum() is > 0 and var sum ? row.Select(count => count / sum).ToArray() : [.. row.Select(_ => 1.0 / classes)])];
    }

    private static double[] Average(double[][] posteriors, int classes) =>
        [.. Enumerable.Range(0, classes).Select(j => posteriors.Average(row => row[j]))];

    /// <summary>π_kjl ∝ Σ_i T_ij n_ikl, with the assumed votes added. A row without any votes says nothing: all classes alike.</summary>
    private double[,,] Confuse(IReadOnlyList<Vote> votes, double[][] posteriors, int raters, int classes)
    {
        var confusion = new double[raters, classes, classes];
        foreach (var vote in votes)
        {
            for (var j = 0; j < classes; j++)
            {
                confusion[vote.Rater, j, vote.Class] += posteriors[vote.Item][j];
            }
        }

        for (var rater = 0; rater < raters; rater++)
        {
            for (var j = 0; j < classes; j++)
            {
                var sum = 0.0;
                for (var l = 0; l < classes; l++)
                {
                    sum += confusion[rater, j, l] += l == j ? Agreeing : Other;
                }

                for (var l = 0; l < classes; l++)
                {
                    confusion[rater, j, l] = sum > 0 ? confusion[rater, j, l] / sum : 1.0 / classes;
                }
            }
        }

        return confusion;
    }

    /// <summary>T_ij ∝ p_j Π π, in logarithms, written over the posteriors.</summary>
    /// <returns>The logarithm of the likelihood.</returns>
    private static double Expect(IReadOnlyList<Vote> votes, double[][] posteriors, double[] prior, double[,,] confusion)
    {
        foreach (var row in posteriors)
        {
            for (var j = 0; j < row.Length; j++)
            {
                row[j] = Math.Log(prior[j]);
            }
        }

        foreach (var vote in votes)
        {
            for (var j = 0; j < prior.Length; j++)
            {
                posteriors[vote.Item][j] += Math.Log(confusion[vote.Rater, j, vote.Class]);
            }
        }

        var likelihood = 0.0;
        foreach (var row in posteriors)
        {
            var most = row.Max();
            var total = most + Math.Log(row.Sum(value => Math.Exp(value - most)));
            likelihood += total;
            for (var j = 0; j < row.Length; j++)
            {
                row[j] = Math.Exp(row[j] - total);
            }
        }

        return likelihood;
    }

    private static ImmutableArray<ImmutableArray<ImmutableArray<double>>> Nested(double[,,] confusion, int raters, int classes) =>
    [
        .. Enumerable.Range(0, raters).Select(rater => Enumerable.Range(0, classes)
            .Select(j => Enumerable.Range(0, classes).Select(l => confusion[rater, j, l]).ToImmutableArray()).ToImmutableArray()),
    ];
}
