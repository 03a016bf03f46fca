using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Storage;

/// <summary>Brands, every version of them.</summary>
public sealed class BrandStore(IDbContextFactory<CreativeDb> databases)
{
    /// <summary>The published version of each, by id.</summary>
    public async Task<IReadOnlyList<BrandRow>> PublishedAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var latest = db.Brands.Where(row => row.Published != null).GroupBy(row => row.Id).Select(versions => versions.Max(row => row.Published));
        return await db.Brands.AsNoTracking().Where(row => latest.Contains(row.Published)).OrderBy(row => row.Id).ToListAsync(cancellation);
    }

    /// <param name="version">Null or empty: the published one.</param>
    public async Task<BrandRow?> FindAsync(string id, string? version, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var versions = db.Brands.AsNoTracking().Where(row => row.Id == id);
        return string.IsNullOrEmpty(version)
            ? await versions.Where(row => row.Published != null).OrderByDescending(row => row.Published).FirstOrDefaultAsync(cancellation)
            : await versions.SingleOrDefaultAsync(row => row.Version == version, cancellation);
    }

    /// <summary>Every version, the published one first, then the others, newest first; empty for an unknown id.</summary>
    public async Task<IReadOnlyList<BrandRow>> VersionsAsync(string id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db.Brands.AsNoTracking().Where(row => row.Id == id).OrderByDescending(row => row.Ordinal).ToListAsync(cancellation);
        var current = rows.Max(row => row.Published);
        return [.. rows.OrderByDescending(row => row.Published is { } place && place == current)];
    }

    /// <summary>Adds a version, unless it is there, and publishes it, unless it was published before. On the disk when it returns.</summary>
    /// <param name="brand">Its place among the publications is set here.</param>
    /// <param name="publish">False: a new version stays a draft.</param>
    public async Task<BrandRow> PutAsync(BrandRow brand, bool publish, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var stored = await db.Brands.SingleOrDefaultAsync(row => row.Id == brand.Id && row.Version == brand.Version, cancellation);
        if (stored is null)
        {
            db.Brands.Add(stored = brand);
        }

        if (publish && stored.Published is null)
        {
            stored.Published = await NextPublicationAsync(db, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return stored;
    }

    /// <summary>Makes a stored version the published one; null when there is none.</summary>
    public async Task<BrandRow?> PublishAsync(string id, string version, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var stored = await db.Brands.SingleOrDefaultAsync(row => row.Id == id && row.Version == version, cancellation);
        if (stored is not null)
        {
            stored.Published = await NextPublicationAsync(db, cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return stored;
    }

    private static async Task<long> NextPublicationAsync(CreativeDb db, CancellationToken cancellation) =>
        1 + (await db.Brands.MaxAsync(row => row.Published, cancellation) ?? 0);
}
