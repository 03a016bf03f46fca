using Creative.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Datasets.Storage;

/// <summary>Rounds by series and number.</summary>
public sealed class RoundStore(IDbContextFactory<CreativeDb> databases)
{
    /// <summary>Adds or replaces a round. On the disk when it returns.</summary>
    public async Task PutAsync(RoundRow round, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Set<RoundRow>().SingleOrDefaultAsync(row => row.Series == round.Series && row.Number == round.Number, cancellation) is { } known)
        {
            known.Record = round.Record;
        }
        else
        {
            db.Add(round);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <param name="series">Empty: all.</param>
    public async Task<IReadOnlyList<RoundRow>> ListAsync(string series, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Set<RoundRow>().AsNoTracking()
            .Where(row => series == "" || row.Series == series)
            .OrderBy(row => row.Series).ThenBy(row => row.Number)
            .ToListAsync(cancellation);
    }
}
