using Creative.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Models.Storage;

/// <summary>Versions, moves and comparisons. What a method has written is on the disk when it returns.</summary>
public sealed class ModelStore(IDbContextFactory<CreativeDb> databases)
{
    public async Task<IReadOnlyList<ModelVersionRow>> VersionsAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Set<ModelVersionRow>().AsNoTracking().OrderBy(row => row.Ordinal).ToListAsync(cancellation);
    }

    /// <summary>Moves of a model's aliases, oldest first.</summary>
    public async Task<IReadOnlyList<AliasMoveRow>> MovesAsync(string modelId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Set<AliasMoveRow>().AsNoTracking().Where(row => row.ModelId == modelId).OrderBy(row => row.Ordinal).ToListAsync(cancellation);
    }

    /// <summary>Comparisons of a model, newest first.</summary>
    public async Task<IReadOnlyList<ComparisonRow>> ComparisonsAsync(string modelId, int count, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Set<ComparisonRow>().AsNoTracking().Where(row => row.ModelId == modelId).OrderByDescending(row => row.Ordinal).Take(count).ToListAsync(cancellation);
    }

    /// <summary>The newest comparison of two versions, or null.</summary>
    public async Task<ComparisonRow?> ComparisonAsync(ModelKey baseline, string candidate, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Set<ComparisonRow>().AsNoTracking()
            .Where(row => row.ModelId == baseline.Id && row.Baseline == baseline.Version && row.Candidate == candidate)
            .OrderByDescending(row => row.Ordinal)
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>All rows, or none.</summary>
    public async Task AddAsync(IEnumerable<object> rows, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        db.AddRange(rows);
        await db.SaveChangesAsync(cancellation);
    }
}
