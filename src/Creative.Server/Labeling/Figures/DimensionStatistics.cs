using System.Collections.Immutable;
using Creative.Contract.V1;
using Creative.Core.Statistics.Agreement;
using Creative.Core.Statistics.Raters;
using Dimension = Creative.Core.Labeling.Dimension;
using RaterRemark = Creative.Contract.V1.RaterRemark;
using Unusual = Creative.Core.Statistics.Raters.RaterRemark;

namespace Creative.Server.Labeling.Figures;

/// <summary>What is known of one dimension: agreement, and the scores corrected for the raters' bias and noise.</summary>
public sealed record DimensionStatistics(Dimension Dimension, RatingTable Table, SubjectFit Fit, IReadOnlyList<long> Histogram)
{
    /// <returns>Null when nobody scored it.</returns>
    public static DimensionStatistics? Of(Dimension dimension, ProjectSnapshot snapshot)
    {
        (string Item, string Rater, double Value)[] ratings =
        [
            .. from score in snapshot.FirstScores
               where score.Given.Scores.ContainsKey(dimension.Id)
               select (score.ItemId, score.Rater, (double)score.Given.Scores[dimension.Id]),
        ];
        if (ratings.Length == 0)
        {
            return null;
        }

        var table = RatingTable.Of(ratings);
        var counts = ratings.CountBy(rating => (int)rating.Value).ToDictionary();
        return new DimensionStatistics(
            dimension,
            table,
            new SubjectModel().Fit(table),
            [.. Enumerable.Range(dimension.Min, dimension.Max - dimension.Min + 1).Select(score => (long)counts.GetValueOrDefault(score))]);
    }

    public DimensionFigures ToMessage() => new()
    {
        Dimension = Dimension.Id,
        Agreement = Estimates.Alpha(Table.Units(), AlphaMetric.Ordinal),
        Mean = Estimates.Mean([.. Fit.Scores]),
        Histogram = { Histogram },
    };

    /// <summary>Corrected score of each item, by id.</summary>
    public IEnumerable<(string Item, CorrectedScore Score)> Corrected() => Table.Items.Select((item, i) =>
        (item, new CorrectedScore { Dimension = Dimension.Id, Value = Fit.Scores[i], StandardError = Fit.Errors[i] }));

    /// <summary>Bias and noise of a rater, in points; null for who scored nothing here.</summary>
    public (double Bias, double Noise)? OfRater(string rater) =>
        Table.Raters.BinarySearch(rater, StringComparer.Ordinal) is var place and >= 0 ? (Fit.Bias[place], Fit.Noise[place]) : null;

    /// <summary>What is unusual about raters, by id.</summary>
    public IEnumerable<(string Rater, RaterRemark Remark)> Remarks() => RaterScreening.Of(Fit, Table.Raters)
        .Select(found => (found.Rater, new RaterRemark { Dimension = Dimension.Id, Kind = KindOf(found.Remark) }));

    private static RaterRemarkKind KindOf(Unusual remark) => remark switch
    {
        Unusual.Noisy => RaterRemarkKind.Noisy,
        Unusual.Generous => RaterRemarkKind.Generous,
        Unusual.Severe => RaterRemarkKind.Severe,
        _ => throw new ArgumentOutOfRangeException(nameof(remark), remark, "no such remark"),
    };
}
