using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Storage;

/// <summary>Brands, every version of them.</summary>
public sealed class BrandStore(IDbContextFactory<CreativeDb> databases)
{
    /// <summary>The newest version of each, by id.</summary>
    public async Task<IReadOnlyList<BrandRow>> NewestAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var newest = db.Brands.GroupBy(row => row.Id).Select(versions => versions.Max(row => row.Ordinal));
        return await db.Brands.AsNoTracking().Where(row => newest.Contains(row.Ordinal)).OrderBy(row => row.Id).ToListAsync(cancellation);
    }

    /// <param name="version">Null or empty: the newest.</param>
    public async Task<BrandRow?> FindAsync(string id, string? version, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var versions = db.Brands.AsNoTracking().Where(row => row.Id == id);
        if (!string.IsNullOrEmpty(version))
        {
            versions = versions.Where(row => row.Version == version);
        }

        return await versions.OrderByDescending(row => row.Ordinal).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Adds a version, unless it is there. On the disk when it returns.</summary>
    public async Task PutAsync(BrandRow brand, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Brands.AnyAsync(row => row.Id == brand.Id && row.Version == brand.Version, cancellation))
        {
            return;
        }

        db.Brands.Add(brand);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
