using Creative.Server.Labeling.Storage;
using Creative.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Labeling.Access;

/// <summary>The raters on the disk.</summary>
public sealed class RaterStore(IDbContextFactory<CreativeDb> databases)
{
    /// <summary>By id.</summary>
    public async Task<IReadOnlyList<RaterRow>> AllAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Raters.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellation);
    }

    /// <summary>Makes a rater, or changes the one with that id. On the disk when it returns.</summary>
    /// <param name="rater">Its key hash is empty when an existing key stays.</param>
    public async Task PutAsync(RaterRow rater, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Raters.SingleOrDefaultAsync(row => row.Id == rater.Id, cancellation) is { } known)
        {
            known.Name = rater.Name;
            known.Role = rater.Role;
            known.Locale = rater.Locale;
            known.Disabled = rater.Disabled;
            known.KeyHash = rater.KeyHash.Length > 0 ? rater.KeyHash : known.KeyHash;
        }
        else
        {
            db.Raters.Add(rater);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
