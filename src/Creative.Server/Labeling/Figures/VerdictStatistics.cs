using System.Collections.Immutable;
using Creative.Contract.V1;
using Creative.Core.Statistics.Agreement;
using Creative.Core.Statistics.Raters;
using Verdict = Creative.Core.Labeling.Verdict;

namespace Creative.Server.Labeling.Figures;

/// <summary>What is known of the verdicts.</summary>
/// <param name="Agreement">Krippendorff's alpha, nominal; unsure is a verdict of its own.</param>
/// <param name="RaterGroups">Groups of raters that share no item.</param>
/// <param name="Usable">Chance that an item is usable, by id (Dawid and Skene); unsure says nothing.</param>
public sealed record VerdictStatistics(Estimate Agreement, int RaterGroups, ImmutableDictionary<string, double> Usable)
{
    private const int Classes = 2;

    public static VerdictStatistics Of(ProjectSnapshot snapshot)
    {
        var table = RatingTable.Of([.. snapshot.FirstScores.Select(score => (score.ItemId, score.Rater, (double)(int)score.Given.Verdict))]);
        return new VerdictStatistics(
            Estimates.Alpha(table.Units(), AlphaMetric.Nominal),
            table.Raters.Length == 0 ? 0 : RaterGraph.Groups(table).Length,
            UsableOf(table));
    }

    private static ImmutableDictionary<string, double> UsableOf(RatingTable table)
    {
        Vote[] votes =
        [
            .. from rating in table.Ratings
               where (Verdict)rating.Value != Verdict.Unsure
               select new Vote(rating.Item, rating.Rater, (Verdict)rating.Value == Verdict.Usable ? 1 : 0),
        ];
        if (votes.Length == 0)
        {
            return ImmutableDictionary<string, double>.Empty;
        }

        var fit = new DawidSkene().Fit(votes, table.Items.Length, table.Raters.Length, Classes);
        return votes.Select(vote => vote.Item).Distinct().ToImmutableDictionary(item => table.Items[item], item => fit.Posteriors[item][1]);
    }
}
