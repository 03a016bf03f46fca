using System.Globalization;
using Creative.Contract.V1;
using Creative.Core.Statistics.Agreement;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Projects;
using Creative.Server.Labeling.Queue;
using Grpc.Core;

namespace Creative.Server.Labeling.Figures;

/// <summary>A rater's own work and consistency.</summary>
public sealed class ProgressFigures(ProjectDesk projects, WorkClock work, TimeProvider clock)
{
    private const int LeastPairs = 10;
    private const int Days = 30;

    /// <exception cref="RpcException">NOT_FOUND.</exception>
    public Progress Of(string rater, string project)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return projects.Find(project).Read(state =>
        {
            var (items, done) = state.Counts;
            StandingScore[] own = state.ByRater.TryGetValue(rater, out var scores) ? [.. scores.Values] : [];
            var byDay = own.CountBy(score => DayOf(score.StoredAt)).ToDictionary();
            var pairs = Pairs(own);
            var progress = new Progress
            {
                Judged = own.Length,
                JudgedToday = byDay.GetValueOrDefault(today),
                Items = items,
                Done = done,
                SecondsPerItem = Median(own.Select(score => score.Seconds).OfType<double>()) ?? 0,
                SecondsSinceBreak = (long)work.SinceBreak(rater, now.ToUnixTimeMilliseconds()).TotalSeconds,
                Days = { Enumerable.Range(1 - Days, Days).Select(day => ToCount(today.AddDays(day), byDay)) },
            };
            if (pairs.Count >= LeastPairs)
            {
                progress.RepeatAgreement = pairs.Average(pair => pair.First.Given.Verdict == pair.Second.Given.Verdict ? 1.0 : 0.0);
                progress.RepeatDifference.Add(Differences(pairs));
            }

            return progress;
        });
    }

    /// <summary>First and second judgement of each item that the rater judged again, unannounced.</summary>
    public static IReadOnlyList<(StandingScore First, StandingScore Second)> Pairs(IReadOnlyList<StandingScore> own) =>
        [.. own.GroupBy(score => score.ItemId).Where(item => item.Count() > 1).Select(item => (item.First(), item.Last()))];

    /// <summary>The middle of the values; null without any.</summary>
    public static double? Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    public static DateOnly DayOf(long storedAt) => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(storedAt).UtcDateTime);

    public static DayCount ToCount(DateOnly day, IReadOnlyDictionary<DateOnly, int> counts) =>
        new() { Day = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Judged = counts.GetValueOrDefault(day) };

    private static Dictionary<string, double> Differences(IReadOnlyList<(StandingScore First, StandingScore Second)> pairs) => pairs
        .SelectMany(pair => pair.First.Given.Scores
            .Where(score => pair.Second.Given.Scores.ContainsKey(score.Key))
            .Select(score => (Dimension: score.Key, First: (double)score.Value, Second: (double)pair.Second.Given.Scores[score.Key])))
        .GroupBy(score => score.Dimension, score => (score.First, score.Second))
        .Where(scores => scores.Count() >= LeastPairs)
        .ToDictionary(scores => scores.Key, scores => Repeatability.Of([.. scores])!.MeanDifference);
}
