using Creative.Contract.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Storage;

/// <summary>Renders and their histories. Whatever a method acknowledges is on the disk when it returns.</summary>
public sealed class RenderStore(IDbContextFactory<CreativeDb> databases)
{
    /// <summary>Keeps a new render, unless there is one with its request id.</summary>
    /// <returns>The render that is there now, and whether it is the new one.</returns>
    public async Task<(RenderRow Render, bool IsNew)> AcceptAsync(RenderRow render, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (render.RequestId is { } requestId
            && await db.Renders.AsNoTracking().SingleOrDefaultAsync(row => row.RequestId == requestId, cancellation) is { } earlier)
        {
            return (earlier, false);
        }

        db.Renders.Add(render);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (render, true);
    }

    public async Task<RenderRow?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Renders.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
    }

    public async Task<RenderRow?> FindByRequestIdAsync(string requestId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Renders.AsNoTracking().SingleOrDefaultAsync(row => row.RequestId == requestId, cancellation);
    }

    /// <summary>Ids of the renders that have not ended, oldest first.</summary>
    public async Task<IReadOnlyList<string>> UnfinishedAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await Unfinished(db).OrderBy(row => row.Ordinal).Select(row => row.Id).ToListAsync(cancellation);
    }

    public async Task<int> CountUnfinishedAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await Unfinished(db).CountAsync(cancellation);
    }

    /// <summary>Marks a render as being worked on.</summary>
    /// <returns>The render, or null when it has ended already.</returns>
    public async Task<RenderRow?> BeginAsync(string id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var render = await db.Renders.SingleAsync(row => row.Id == id, cancellation);
        if (render.State.HasEnded())
        {
            return null;
        }

        render.State = RenderState.Running;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return render;
    }

    /// <summary>Notes which version of the scorer a render goes by.</summary>
    public async Task PinScorerAsync(string id, string version, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Renders.Where(row => row.Id == id).ExecuteUpdateAsync(update => update.SetProperty(row => row.ScorerVersion, version), cancellation);
    }

    /// <summary>Notes which models a render is made with.</summary>
    public async Task PinModelsAsync(string id, string models, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Renders.Where(row => row.Id == id).ExecuteUpdateAsync(update => update.SetProperty(row => row.Models, models), cancellation);
    }

    /// <summary>What happened after a position of the history, in order; an asset comes with its record.</summary>
    public async Task<IReadOnlyList<(OutcomeRow Outcome, AssetRow? Asset)>> HistoryAsync(string id, long after, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await (
            from outcome in db.Outcomes.AsNoTracking()
            where outcome.RenderId == id && outcome.Sequence > after
            join asset in db.Assets.AsNoTracking() on outcome.AssetId equals asset.Id into assets
            from asset in assets.DefaultIfEmpty()
            orderby outcome.Sequence
            select new { outcome, asset }).ToListAsync(cancellation);
        return [.. rows.Select(row => (row.outcome, (AssetRow?)row.asset))];
    }

    public async Task<int> CountOutcomesAsync(string id, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Outcomes.CountAsync(row => row.RenderId == id, cancellation);
    }

    /// <summary>
    /// Adds what came of one placement, and the asset when it is one, as one transaction. An asset that is known
    /// already, from another render of the same thing, is not kept twice.
    /// </summary>
    /// <returns>False when the render has ended or has an outcome for that placement and variant: nothing was kept.</returns>
    public async Task<bool> AddAsync(OutcomeRow outcome, AssetRow? asset, long elapsedMs, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var render = await db.Renders.SingleAsync(row => row.Id == outcome.RenderId, cancellation);
        var before = db.Outcomes.Where(row => row.RenderId == outcome.RenderId);
        if (render.State.HasEnded()
            || await before.AnyAsync(row => row.Variant == outcome.Variant && row.Placement == outcome.Placement, cancellation))
        {
            return false;
        }

        if (asset is not null && !await db.Assets.AnyAsync(row => row.Id == asset.Id, cancellation))
        {
            db.Assets.Add(asset);
        }

        var last = await before.MaxAsync(row => (long?)row.Sequence, cancellation) ?? 0;
        db.Outcomes.Add(new OutcomeRow
        {
            RenderId = outcome.RenderId,
            Sequence = last + 1,
            Variant = outcome.Variant,
            Placement = outcome.Placement,
            AssetId = asset?.Id,
            Rule = outcome.Rule,
            Reason = outcome.Reason,
        });
        render.ElapsedMs = Math.Max(render.ElapsedMs, elapsedMs);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Ends a render, once: a render that has ended stays as it is.</summary>
    public async Task EndAsync(string id, RenderState state, StatusCode code, string error, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var render = await db.Renders.SingleAsync(row => row.Id == id, cancellation);
        if (render.State.HasEnded())
        {
            return;
        }

        render.State = state;
        render.Error = error;
        render.ErrorCode = (int)code;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static IQueryable<RenderRow> Unfinished(CreativeDb db) =>
        db.Renders.Where(row => row.State == RenderState.Queued || row.State == RenderState.Running);
}
