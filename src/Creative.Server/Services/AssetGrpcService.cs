using Creative.Contract.V1;
using Creative.Server.Assets;
using Creative.Server.Errors;
using Creative.Server.Hosting;
using Creative.Server.Jobs;
using Creative.Server.Mapping;
using Creative.Server.Storage;
using Grpc.Core;

namespace Creative.Server.Services;

/// <summary>creative.v1.AssetService: from a brief to finished files.</summary>
public sealed class AssetGrpcService(
    RenderIntake intake,
    RenderWatcher watcher,
    RenderStore renders,
    RenderFeeds feeds,
    AssetStore assets,
    AssetPages pages,
    AssetFiles files,
    AssetReplay replay,
    AssetSources sources,
    AssetFonts fonts,
    AssetExplanations explanations,
    ContactSheet sheet,
    Readiness readiness) : AssetService.AssetServiceBase
{
    public override async Task Render(RenderRequest request, IServerStreamWriter<RenderEvent> responseStream, ServerCallContext context)
    {
        var (render, isNew) = await intake.AcceptAsync(request, context.CancellationToken);
        try
        {
            var ended = await watcher.StreamAsync(render.Id, after: 0, responseStream, context.CancellationToken);
            if (ended.State == RenderState.Failed)
            {
                throw ended.ErrorCode == (int)StatusCode.ResourceExhausted
                    ? Refusals.DiskFull()
                    : new RpcException(new Status((StatusCode)ended.ErrorCode, ended.Error));
            }
        }
        catch (Exception) when (isNew && context.CancellationToken.IsCancellationRequested && !readiness.Stopping.IsCancellationRequested)
        {
            // The caller who asked for it does not wait any longer. Who joined it with the same request id leaves it alone.
            await intake.CancelAsync(render.Id, CancellationToken.None);
            throw;
        }
    }

    public override async Task<RenderJob> StartRender(RenderRequest request, ServerCallContext context)
    {
        var (render, _) = await intake.AcceptAsync(request, context.CancellationToken);
        return await JobAsync(render.Id, context.CancellationToken);
    }

    public override Task<RenderJob> GetRender(GetRenderRequest request, ServerCallContext context) => JobAsync(request.Id, context.CancellationToken);

    public override Task WatchRender(WatchRenderRequest request, IServerStreamWriter<RenderEvent> responseStream, ServerCallContext context) =>
        request.AfterSequence < 0
            ? throw Refusals.BadRequest("after_sequence", $"is {request.AfterSequence}; at least 0")
            : watcher.StreamAsync(request.Id, request.AfterSequence, responseStream, context.CancellationToken);

    public override async Task<RenderJob> CancelRender(CancelRenderRequest request, ServerCallContext context)
    {
        _ = await renders.FindAsync(request.Id, context.CancellationToken) ?? throw Refusals.NotFound("render", request.Id);
        await intake.CancelAsync(request.Id, context.CancellationToken);
        return await JobAsync(request.Id, context.CancellationToken);
    }

    public override async Task<Asset> GetAsset(GetAssetRequest request, ServerCallContext context) =>
        Asset.Parser.ParseFrom((await FindAsync(request.Id, context.CancellationToken)).Record);

    public override Task<ListAssetsResponse> ListAssets(ListAssetsRequest request, ServerCallContext context) =>
        pages.ListAsync(request, context.CancellationToken);

    public override async Task DownloadAsset(DownloadAssetRequest request, IServerStreamWriter<DownloadAssetChunk> responseStream, ServerCallContext context)
    {
        var asset = await FindAsync(request.Id, context.CancellationToken);
        await using var file = files.Open(asset);
        await file.SendAsync(responseStream, context.CancellationToken);
    }

    public override async Task DownloadAssetSource(DownloadAssetSourceRequest request, IServerStreamWriter<DownloadAssetChunk> responseStream, ServerCallContext context)
    {
        var asset = Asset.Parser.ParseFrom((await FindAsync(request.Id, context.CancellationToken)).Record);
        using var file = new MemoryStream(await sources.GetAsync(asset, context.CancellationToken), writable: false);
        await file.SendAsync(responseStream, context.CancellationToken);
    }

    public override async Task<ListAssetFontsResponse> ListAssetFonts(ListAssetFontsRequest request, ServerCallContext context) =>
        await fonts.ListAsync(Asset.Parser.ParseFrom((await FindAsync(request.Id, context.CancellationToken)).Record), context.CancellationToken);

    public override async Task DownloadFont(DownloadFontRequest request, IServerStreamWriter<DownloadAssetChunk> responseStream, ServerCallContext context)
    {
        await using var file = AssetFonts.Open(request);
        await file.SendAsync(responseStream, context.CancellationToken);
    }

    public override async Task<ReplayAssetResponse> ReplayAsset(ReplayAssetRequest request, ServerCallContext context) =>
        await replay.ReplayAsync(Asset.Parser.ParseFrom((await FindAsync(request.Id, context.CancellationToken)).Record), context.CancellationToken);

    public override async Task<AssetExplanation> ExplainAsset(ExplainAssetRequest request, ServerCallContext context) =>
        await explanations.ExplainAsync(
            Asset.Parser.ParseFrom((await FindAsync(request.Id, context.CancellationToken)).Record), request.Language, context.CancellationToken);

    public override async Task DrawContactSheet(DrawContactSheetRequest request, IServerStreamWriter<DownloadAssetChunk> responseStream, ServerCallContext context)
    {
        using var file = new MemoryStream(await sheet.DrawAsync(request, context.CancellationToken), writable: false);
        await file.SendAsync(responseStream, context.CancellationToken);
    }

    private async Task<RenderJob> JobAsync(string id, CancellationToken cancellation)
    {
        var render = await renders.FindAsync(id, cancellation) ?? throw Refusals.NotFound("render", id);
        return RenderMapping.ToJob(render, await renders.HistoryAsync(id, after: 0, cancellation), feeds.FractionOf(id));
    }

    private async Task<AssetRow> FindAsync(string id, CancellationToken cancellation) =>
        await assets.FindAsync(id, cancellation) ?? throw Refusals.NotFound("asset", id);
}
