using Creative.Contract.V1;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Storage;
using Judgement = Creative.Core.Labeling.Judgement;

namespace Creative.Server.Labeling.Figures;

/// <summary>What leads see of each rater.</summary>
internal static class RaterStatistics
{
    /// <param name="dimensions">Those that anybody scored.</param>
    /// <param name="known">Every rater, by id.</param>
    public static IEnumerable<RaterFigures> Of(ProjectSnapshot snapshot, IReadOnlyList<DimensionStatistics> dimensions, IReadOnlyDictionary<string, RaterRow> known)
    {
        var remarks = dimensions.SelectMany(dimension => dimension.Remarks()).ToLookup(remark => remark.Rater, remark => remark.Remark);
        return snapshot.Scores
            .GroupBy(score => score.Rater)
            .OrderBy(own => own.Key, StringComparer.Ordinal)
            .Select(own => ToMessage(own.Key, [.. own], snapshot, dimensions, known, remarks[own.Key]));
    }

    private static RaterFigures ToMessage(
        string rater,
        StandingScore[] own,
        ProjectSnapshot snapshot,
        IReadOnlyList<DimensionStatistics> dimensions,
        IReadOnlyDictionary<string, RaterRow> known,
        IEnumerable<RaterRemark> remarks)
    {
        var pairs = ProgressFigures.Pairs(own);
        bool[] gold = [.. own.Where(score => snapshot.Items[score.ItemId].Gold is not null).Select(score => Passed(snapshot.Items[score.ItemId], score.Given))];
        var figures = new RaterFigures
        {
            Rater = rater,
            Name = known.TryGetValue(rater, out var row) ? row.Name : "",
            Judged = own.Length,
            SecondsPerItem = ProgressFigures.Median(own.Select(score => score.Seconds).OfType<double>()) ?? 0,
            GoldPassRate = Estimates.Rate(gold.Count(passed => passed), gold.Length),
            RepeatAgreement = Estimates.Rate(pairs.Count(pair => pair.First.Given.Verdict == pair.Second.Given.Verdict), pairs.Count),
            Remarks = { remarks },
        };
        foreach (var dimension in dimensions)
        {
            if (dimension.OfRater(rater) is { } found)
            {
                figures.Bias[dimension.Dimension.Id] = found.Bias;
                figures.Noise[dimension.Dimension.Id] = found.Noise;
            }
        }

        return figures;
    }

    private static bool Passed(JudgedItem item, Judgement given) => item.Gold!.Compare(given).Passed;
}
