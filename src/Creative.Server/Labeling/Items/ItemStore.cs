using Creative.Server.Labeling.Storage;
using Creative.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Labeling.Items;

/// <summary>The items on the disk.</summary>
public sealed class ItemStore(IDbContextFactory<CreativeDb> databases)
{
    /// <summary>Every item, oldest first.</summary>
    public async Task<IReadOnlyList<ItemRow>> AllAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Items.AsNoTracking().OrderBy(row => row.Ordinal).ToListAsync(cancellation);
    }

    /// <summary>Keeps an item, unless it is there. On the disk when it returns.</summary>
    /// <returns>The item that is there now, and whether it was there before.</returns>
    public async Task<(ItemRow Item, bool Existed)> AddAsync(ItemRow item, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Items.AsNoTracking().SingleOrDefaultAsync(row => row.Id == item.Id, cancellation) is { } known)
        {
            return (known, true);
        }

        db.Items.Add(item);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (item, false);
    }

    /// <summary>The next items without an embedding of this model, oldest first.</summary>
    public async Task<IReadOnlyList<ItemRow>> WithoutEmbeddingAsync(string model, int count, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Items.AsNoTracking()
            .Where(row => row.EmbeddedBy == null || row.EmbeddedBy != model)
            .OrderBy(row => row.Ordinal)
            .Take(count)
            .ToListAsync(cancellation);
    }

    /// <summary>Keeps embeddings by item id, as one transaction.</summary>
    public async Task EmbedAsync(string model, IReadOnlyDictionary<string, byte[]> embeddings, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var (id, bytes) in embeddings)
        {
            await db.Items.Where(row => row.Id == id).ExecuteUpdateAsync(
                update => update.SetProperty(row => row.Embedding, bytes).SetProperty(row => row.EmbeddedBy, model), cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }
}
