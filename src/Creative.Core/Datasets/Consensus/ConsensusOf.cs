using System.Collections.Immutable;
using Creative.Core.Datasets.Material;
using Creative.Core.Labeling;
using Creative.Core.Statistics.Raters;

namespace Creative.Core.Datasets.Consensus;

/// <summary>Settles what raters say: verdicts by Dawid and Skene, scores by the subject model of ITU-T P.910, each dimension for itself.</summary>
public static class ConsensusOf
{
    private const int Unusable = 0;
    private const int Usable = 1;
    private const int Classes = 2;

    /// <summary>By item id; without items on which nobody was sure.</summary>
    public static ImmutableDictionary<string, ItemConsensus> Items(ImmutableArray<RatedItem> items, ImmutableArray<string> dimensions)
    {
        var chances = UsableChances(items);
        var scores = dimensions.Select(dimension => (Dimension: dimension, ByItem: Scores(items, dimension))).ToArray();
        return items.Where(item => chances.ContainsKey(item.Id)).ToImmutableDictionary(
            item => item.Id,
            item => new ItemConsensus(
                chances[item.Id].Chance,
                chances[item.Id].VotesSayUsable,
                scores.Where(one => one.ByItem.ContainsKey(item.Id)).ToImmutableSortedDictionary(one => one.Dimension, one => one.ByItem[item.Id], StringComparer.Ordinal),
                item.Judgements.Count()),
            StringComparer.Ordinal);
    }

    private static Dictionary<string, (double Chance, bool VotesSayUsable)> UsableChances(ImmutableArray<RatedItem> items)
    {
        var said = items
            .SelectMany(item => item.Judgements.Select(one => (Item: item.Id, one.Rater, one.Judgement!.Verdict)))
            .Where(one => one.Verdict != Verdict.Unsure)
            .ToArray();
        if (said.Length == 0)
        {
            return [];
        }

        var places = Places(said.Select(one => one.Item));
        var raters = Places(said.Select(one => one.Rater));
        var votes = said.Select(one => new Vote(places[one.Item], raters[one.Rater], one.Verdict == Verdict.Usable ? Usable : Unusable)).ToArray();
        var fit = new DawidSkene().Fit(votes, places.Count, raters.Count, Classes);
        return places.ToDictionary(
            place => place.Key,
            place => (fit.Posteriors[place.Value][Usable], fit.Posteriors[place.Value][Usable] * fit.Prior[Unusable] >= fit.Posteriors[place.Value][Unusable] * fit.Prior[Usable]),
            StringComparer.Ordinal);
    }

    private static Dictionary<string, CorrectedScore> Scores(ImmutableArray<RatedItem> items, string dimension)
    {
        var given = items
            .SelectMany(item => item.Judgements.Where(one => one.Scores.ContainsKey(dimension)).Select(one => (Item: item.Id, one.Rater, Value: (double)one.Scores[dimension])))
            .ToArray();
        if (given.Length == 0)
        {
            return [];
        }

        var table = RatingTable.Of(given);
        var fit = new SubjectModel().Fit(table);
        var counts = table.Ratings.CountBy(rating => rating.Item).ToDictionary();
        return Enumerable.Range(0, table.Items.Length).ToDictionary(
            i => table.Items[i],
            i => new CorrectedScore(fit.Scores[i], fit.Errors[i], counts[i]),
            StringComparer.Ordinal);
    }

    /// <summary>Ids in ordinal order and the place of each, so that the same material always gives the same numbers.</summary>
    private static Dictionary<string, int> Places(IEnumerable<string> ids) =>
        ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place, StringComparer.Ordinal);
}
