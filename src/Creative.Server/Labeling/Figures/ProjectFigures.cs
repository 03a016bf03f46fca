using System.Collections.Immutable;
using Creative.Contract.V1;
using Creative.Server.Labeling.Projects;
using Creative.Server.Labeling.Storage;

namespace Creative.Server.Labeling.Figures;

/// <summary>All that is computed about a project, at one moment.</summary>
/// <param name="Changes">Of the board then.</param>
/// <param name="Dashboard">But for what the scorer says.</param>
/// <param name="Corrected">Corrected scores by item id.</param>
/// <param name="Usable">Chance that it is usable by item id.</param>
/// <param name="Dimensions">Those that anybody scored.</param>
public sealed record ProjectFigures(
    long Changes,
    Dashboard Dashboard,
    ImmutableDictionary<string, ImmutableArray<CorrectedScore>> Corrected,
    ImmutableDictionary<string, double> Usable,
    ImmutableArray<DimensionStatistics> Dimensions)
{
    private const int Days = 30;

    /// <param name="raters">Every rater, by id.</param>
    /// <param name="today">UTC.</param>
    public static ProjectFigures Of(ProjectSnapshot snapshot, IReadOnlyDictionary<string, RaterRow> raters, DateOnly today)
    {
        ImmutableArray<DimensionStatistics> dimensions =
            [.. ProjectRules.DimensionsOf(snapshot.Project).Select(dimension => DimensionStatistics.Of(dimension, snapshot)).OfType<DimensionStatistics>()];
        var verdicts = VerdictStatistics.Of(snapshot);
        var byDay = snapshot.Scores.CountBy(score => ProgressFigures.DayOf(score.StoredAt)).ToDictionary();
        var dashboard = new Dashboard
        {
            Days = { Enumerable.Range(1 - Days, Days).Select(day => ProgressFigures.ToCount(today.AddDays(day), byDay)) },
            Dimensions = { dimensions.Select(dimension => dimension.ToMessage()) },
            VerdictAgreement = verdicts.Agreement,
            Raters = { RaterStatistics.Of(snapshot, dimensions, raters) },
            UsableRates = { UsableRates.Of(snapshot) },
            Queue = { QueueCounts(snapshot) },
            SecondsPerJudgement = ProgressFigures.Median(snapshot.Scores.Select(score => score.Seconds).OfType<double>()) ?? 0,
            RaterGroups = verdicts.RaterGroups,
        };
        var corrected = dimensions.SelectMany(dimension => dimension.Corrected())
            .GroupBy(one => one.Item, one => one.Score)
            .ToImmutableDictionary(item => item.Key, item => item.ToImmutableArray());
        return new ProjectFigures(snapshot.Changes, dashboard, corrected, verdicts.Usable, dimensions);
    }

    private static IEnumerable<QueueCount> QueueCounts(ProjectSnapshot snapshot)
    {
        var mix = MixRules.Of(snapshot.Project);
        var judged = snapshot.Scores.CountBy(score => score.Strategy).ToDictionary();
        return MixRules.Shares(mix)
            .Select(stream => new QueueCount { Strategy = stream.Strategy, Judged = judged.GetValueOrDefault(stream.Strategy), Share = stream.Share })
            .Concat(judged.TryGetValue("", out var unasked) ? [new QueueCount { Judged = unasked }] : []);
    }
}
