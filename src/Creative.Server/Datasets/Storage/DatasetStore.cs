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

    /// <summary>Files of an export that <paramref name="maker"/> made.</summary>
    public async Task<IReadOnlyList<DatasetFileRow>> FilesAsync(string dataset, string format, string maker, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Set<DatasetFileRow>().AsNoTracking().Where(row => row.Dataset == dataset && row.Format == format && row.Maker == maker).ToListAsync(cancellation);
    }

    /// <summary>Adds or replaces a file of an export. Two exports may do so at once, with the same values.</summary>
    public async Task KeepFileAsync(DatasetFileRow file, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO dataset_files ("Dataset", "Format", "Path", "Bytes", "Sha256", "Maker")
            VALUES ({file.Dataset}, {file.Format}, {file.Path}, {file.Bytes}, {file.Sha256}, {file.Maker})
            ON CONFLICT ("Dataset", "Format", "Path") DO UPDATE SET "Bytes" = excluded."Bytes", "Sha256" = excluded."Sha256", "Maker" = excluded."Maker"
            """,
            cancellation);
    }

    /// <summary>Keeps a dataset, unless it is there, with what files of it have, and the splits of families that had none; all or nothing.</summary>
    /// <returns>The dataset that is there now.</returns>
    public async Task<DatasetRecordRow> AddAsync(DatasetRecordRow dataset, IEnumerable<DatasetFileRow> files, IEnumerable<FamilySplitRow> splits, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Set<DatasetRecordRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == dataset.Id, cancellation) is { } known)
        {
            return known;
        }

        db.Add(dataset);
        db.AddRange(files);
        db.AddRange(splits);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return dataset;
    }
}
