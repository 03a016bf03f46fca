using System.Globalization;
using Creative.Contract.V1;
using Creative.Core.ActiveLearning;
using Creative.Server.Labeling.Board;
using Verdict = Creative.Core.Labeling.Verdict;

namespace Creative.Server.Labeling.Figures;

/// <summary>
/// The share of usable items by model version, class and day, from the random stream alone: what the queue chooses for other
/// reasons is not what the model paints. An item counts once, by its first verdict there; unsure counts as not usable.
/// </summary>
internal static class UsableRates
{
    /// <summary>By version; of each, all classes and days together come first.</summary>
    public static IEnumerable<UsableRate> Of(ProjectSnapshot snapshot)
    {
        var drawn = snapshot.Scores
            .Where(score => score.Strategy == QueueChooser.Random)
            .DistinctBy(score => score.ItemId)
            .Select(score => (Score: score, Item: snapshot.Items[score.ItemId], Day: ProgressFigures.DayOf(score.StoredAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            .ToArray();
        return drawn
            .SelectMany(one => (IEnumerable<(string Version, string Class, string Day, StandingScore Score)>)
            [
                (one.Item.ModelVersion, "", "", one.Score),
                (one.Item.ModelVersion, "", one.Day, one.Score),
                (one.Item.ModelVersion, one.Item.ElementClass, "", one.Score),
                (one.Item.ModelVersion, one.Item.ElementClass, one.Day, one.Score),
            ])
            .Distinct()
            .GroupBy(one => (one.Version, one.Class, one.Day), one => one.Score.Given.Verdict)
            .Select(group => new UsableRate
            {
                ModelVersion = group.Key.Version,
                ElementClass = group.Key.Class,
                Day = group.Key.Day,
                Rate = Estimates.Rate(group.Count(verdict => verdict == Verdict.Usable), group.Count()),
            })
            .OrderBy(rate => rate.ModelVersion, StringComparer.Ordinal).ThenBy(rate => rate.ElementClass, StringComparer.Ordinal).ThenBy(rate => rate.Day, StringComparer.Ordinal);
    }
}
