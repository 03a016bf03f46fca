using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Storage;

/// <summary>What assets are wanted. Each member is exact; empty matches all.</summary>
public sealed record AssetFilter(string Campaign, string Brand, string Placement, string RenderId);

/// <summary>Finished files by id and by what they were made for.</summary>
public sealed class AssetStore(IDbContextFactory<CreativeDb> databases)
{
    public async Task<AssetRow?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Assets.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
    }

    public async Task<IReadOnlyList<AssetRow>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Assets.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellation);
    }

    /// <summary>Newest first, at most <paramref name="count"/>, older than <paramref name="before"/>.</summary>
    public async Task<IReadOnlyList<AssetRow>> ListAsync(AssetFilter filter, long before, int count, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var assets = db.Assets.AsNoTracking().Where(row => row.Ordinal < before);
        if (filter.Campaign.Length > 0)
        {
            assets = assets.Where(row => row.Campaign == filter.Campaign);
        }

        if (filter.Brand.Length > 0)
        {
            assets = assets.Where(row => row.Brand == filter.Brand);
        }

        if (filter.Placement.Length > 0)
        {
            assets = assets.Where(row => row.Placement == filter.Placement);
        }

        if (filter.RenderId.Length > 0)
        {
            // By outcome and not by the asset's own column: a render also delivers what an earlier one has made.
            assets = assets.Where(row => db.Outcomes.Any(outcome => outcome.RenderId == filter.RenderId && outcome.AssetId == row.Id));
        }

        return await assets.OrderByDescending(row => row.Ordinal).Take(count).ToListAsync(cancellation);
    }
}
