using Creative.Server.Labeling.Storage;
using Creative.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Labeling.Queue;

/// <summary>The leases on the disk.</summary>
public sealed class LeaseStore(IDbContextFactory<CreativeDb> databases)
{
    /// <summary>Every lease ever given, oldest first.</summary>
    public async Task<IReadOnlyList<LeaseRow>> AllAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Leases.AsNoTracking().OrderBy(row => row.Ordinal).ToListAsync(cancellation);
    }

    /// <summary>Keeps leases as one transaction. On the disk when it returns.</summary>
    public async Task AddAsync(IReadOnlyList<LeaseRow> leases, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Leases.AddRange(leases);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
