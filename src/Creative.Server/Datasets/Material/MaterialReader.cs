using System.Collections.Immutable;
using Creative.Contract.V1;
using Creative.Core.Datasets.Identity;
using Creative.Core.Datasets.Material;
using Creative.Core.Datasets.Splits;
using Creative.Server.Labeling.Mapping;
using Creative.Server.Labeling.Storage;
using Creative.Server.Storage;
using Microsoft.EntityFrameworkCore;
using KnownAnswer = Creative.Core.Labeling.KnownAnswer;

namespace Creative.Server.Datasets.Material;

/// <summary>Everything that was scored in some projects, with pseudonyms in the place of the raters.</summary>
public sealed class MaterialReader(IDbContextFactory<CreativeDb> databases, Pseudonyms pseudonyms)
{
    /// <summary>Items in the order in which they were added, without worked examples.</summary>
    /// <param name="from">Milliseconds since 1970 UTC: events that were stored before do not count; 0: from the beginning.</param>
    /// <param name="before">Milliseconds since 1970 UTC: nor those from then on; <see cref="long.MaxValue"/>: to the end.</param>
    public async Task<ImmutableArray<RatedItem>> ReadAsync(IReadOnlyCollection<string> projects, long from, long before, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db.Items.AsNoTracking()
            .Where(row => projects.Contains(row.Project) && row.Use != ItemUse.Example)
            .OrderBy(row => row.Ordinal)
            .Select(row => new { row.Id, row.Project, row.Sha256, row.Width, row.Height, row.Use, row.Origin, row.Known })
            .ToListAsync(cancellation);
        var known = rows.Where(row => row.Known is not null).ToDictionary(row => row.Id, row => LabelMapping.ToAnswer(Contract.V1.KnownAnswer.Parser.ParseFrom(row.Known)), StringComparer.Ordinal);
        var events = await EventsAsync(db, projects, known, cancellation);
        return
        [
            .. rows.Select(row => new RatedItem(
                row.Id, row.Project, row.Sha256, row.Width, row.Height, ToSource(ItemOrigin.Parser.ParseFrom(row.Origin)), row.Use == ItemUse.Gold,
                [.. events.GetValueOrDefault(row.Id, []).Where(one => one.StoredAt >= from && one.StoredAt < before)])),
        ];
    }

    private async Task<Dictionary<string, List<RatingEvent>>> EventsAsync(
        CreativeDb db, IReadOnlyCollection<string> projects, Dictionary<string, KnownAnswer> known, CancellationToken cancellation)
    {
        var byItem = new Dictionary<string, List<RatingEvent>>(StringComparer.Ordinal);
        var superseded = new HashSet<(string Rater, string Event)>();
        var stored = db.Events.AsNoTracking().Where(row => projects.Contains(row.Project)).OrderBy(row => row.Ordinal).AsAsyncEnumerable();
        await foreach (var row in stored.WithCancellation(cancellation))
        {
            var (one, rater) = (ScoreEvent.Parser.ParseFrom(row.Content), pseudonyms.Of(row.Rater));
            if (one.Supersedes.Length > 0)
            {
                superseded.Add((rater, one.Supersedes));
            }

            if (!byItem.TryGetValue(row.ItemId, out var events))
            {
                byItem[row.ItemId] = events = [];
            }

            events.Add(ToEvent(row, one, rater, known.GetValueOrDefault(row.ItemId)));
        }

        // Only now: what takes an event back may have come before it.
        foreach (var events in byItem.Values)
        {
            for (var i = 0; i < events.Count; i++)
            {
                events[i] = events[i] with { Superseded = superseded.Contains((events[i].Rater, events[i].Id)) };
            }
        }

        return byItem;
    }

    private static RatingEvent ToEvent(EventRow row, ScoreEvent one, string rater, KnownAnswer? known)
    {
        var judgement = one.Kind == EventKind.Score ? LabelMapping.ToJudgement(one) : null;
        return new RatingEvent(row.EventId, one.Kind.ToString().ToLowerInvariant(), rater, judgement)
        {
            Supersedes = one.Supersedes,
            Strategy = row.Strategy,
            Probability = row.Probability,
            Session = one.SessionId,
            UiVersion = one.UiVersion,
            ShownAt = one.ShownAt?.ToDateTimeOffset().ToUnixTimeMilliseconds() ?? 0,
            DecidedAt = one.DecidedAt?.ToDateTimeOffset().ToUnixTimeMilliseconds() ?? 0,
            StoredAt = row.StoredAt,
            Passed = judgement is null ? null : known?.Compare(judgement).Passed,
        };
    }

    private static ImageSource ToSource(ItemOrigin origin) => new(
        origin.Prompt, origin.Seed, origin.ModelId, origin.ModelVersion, origin.ElementClass, origin.Family.Length > 0 ? origin.Family : PromptFamily.Of(origin.Prompt, origin.ElementClass), origin.AssetId);
}
