using Creative.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Datasets.Storage;

/// <summary>Datasets and the splits of families. What a method has written is on the disk when it returns.</summary>
public sealed class DatasetStore(IDbContextFactory<CreativeDb> databases)
{
    public async Task<DatasetRecordRow?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Set<DatasetRecordRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
    }

    /// <summary>Newest first, at most <paramref name="count"/>, older than <paramref name="before"/>.</summary>
    public async Task<IReadOnlyList<DatasetRecordRow>> ListAsync(long before, int count, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Set<DatasetRecordRow>().AsNoTracking().Where(row => row.Ordinal < before).OrderByDescending(row => row.Ordinal).Take(count).ToListAsync(cancellation);
    }

    /// <summary>Split by family.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SplitsAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Set<FamilySplitRow>().AsNoTracking().ToDictionaryAsync(row => row.Family, row => row.Split, StringComparer.Ordinal, cancellation);
    }

    /// <summary>Keeps a dataset, unless it is there, and the splits of families that had none; both or neither.</summary>
    /// <returns>The dataset that is there now.</returns>
    public async Task<DatasetRecordRow> AddAsync(DatasetRecordRow dataset, IEnumerable<FamilySplitRow> splits, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Set<DatasetRecordRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == dataset.Id, cancellation) is { } known)
        {
            return known;
        }

        db.Add(dataset);
        db.AddRange(splits);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return dataset;
    }
}
