using System.Runtime.CompilerServices;
using Creative.Server.Labeling.Storage;
using Creative.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Labeling.Events;

/// <summary>The chain of events on the disk.</summary>
public sealed class EventStore(IDbContextFactory<CreativeDb> databases)
{
    /// <summary>The last link; null for an empty chain.</summary>
    public async Task<EventRow?> HeadAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Events.AsNoTracking().OrderByDescending(row => row.Ordinal).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Links after a position, in order, without holding more than one.</summary>
    public async IAsyncEnumerable<EventRow> AfterAsync(long ordinal, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await foreach (var row in db.Events.AsNoTracking().Where(row => row.Ordinal > ordinal).OrderBy(row => row.Ordinal).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return row;
        }
    }

    /// <summary>Those with one of these ids, by id.</summary>
    public async Task<IReadOnlyDictionary<string, EventRow>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<string, EventRow>();
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Events.AsNoTracking().Where(row => ids.Contains(row.EventId)).ToDictionaryAsync(row => row.EventId, StringComparer.Ordinal, cancellation);
    }

    /// <summary>Every event about an item, oldest first.</summary>
    public async Task<IReadOnlyList<EventRow>> OfItemAsync(string itemId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Events.AsNoTracking().Where(row => row.ItemId == itemId).OrderBy(row => row.Ordinal).ToListAsync(cancellation);
    }

    /// <summary>A rater's events in a project, newest first, at most <paramref name="count"/>, older than <paramref name="before"/>.</summary>
    public async Task<IReadOnlyList<EventRow>> OfRaterAsync(string rater, string project, long before, int count, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Events.AsNoTracking()
            .Where(row => row.Rater == rater && row.Project == project && row.Ordinal < before)
            .OrderByDescending(row => row.Ordinal)
            .Take(count)
            .ToListAsync(cancellation);
    }

    /// <summary>Appends links as one transaction: one flush for all of them. On the disk when it returns.</summary>
    public async Task AppendAsync(IReadOnlyList<EventRow> links, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Events.AddRange(links);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
