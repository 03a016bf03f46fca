using Creative.Cli.Showing;
using Creative.Contract.V1;
using Grpc.Core;

namespace Creative.Cli.Delivery;

/// <summary>Follows the events of a render to its end and brings its files home.</summary>
/// <param name="folder">Null: files are not kept.</param>
internal sealed class RenderRun(AssetService.AssetServiceClient assets, CampaignFolder? folder, IRenderView view)
{
    private readonly List<SavedFile> _files = [];
    private readonly List<RefusedPlacement> _refused = [];
    private RenderSummary? _summary;
    private string _renderId = "";

    /// <returns>What came of it. With a folder, the same is in its index.json.</returns>
    /// <exception cref="CliException">The stream ended without a summary.</exception>
    public async Task<RenderIndex> FollowAsync(Brief brief, AsyncServerStreamingCall<RenderEvent> call, CancellationToken cancellation)
    {
        await view.ShowAsync(async () =>
        {
            await foreach (var happened in call.ResponseStream.ReadAllAsync(cancellation))
            {
                _renderId = happened.RenderId;
                await TakeAsync(happened, cancellation);
            }
        });

        if (_summary is null)
        {
            throw new CliException(ExitCode.Failed, "The render ended without a summary.", [], $"Follow it again: creative watch {_renderId}");
        }

        var index = new RenderIndex(
            brief.Campaign, brief.Brand, _renderId, _summary.State.ToString().ToUpperInvariant(), _summary.ElapsedMs, _files, _refused, _summary.Error);
        if (folder is not null)
        {
            await folder.SaveIndexAsync(index, cancellation);
        }

        return index;
    }

    private async Task TakeAsync(RenderEvent happened, CancellationToken cancellation)
    {
        switch (happened.EventCase)
        {
            case RenderEvent.EventOneofCase.Progress:
                if (folder is not null && !happened.Progress.PreviewPng.IsEmpty)
                {
                    await folder.SavePreviewAsync(happened.Progress, cancellation);
                }

                view.Progress(happened, happened.Progress);
                break;
            case RenderEvent.EventOneofCase.Asset:
                var saved = folder is null ? null : await folder.SaveAsync(assets, happened.Asset, cancellation);
                _files.Add(saved ?? SavedFile.Of(happened.Asset, ""));
                view.Delivered(happened, happened.Asset, saved);
                break;
            case RenderEvent.EventOneofCase.Refusal:
                _refused.Add(RefusedPlacement.Of(happened.Refusal));
                view.Refused(happened, happened.Refusal);
                break;
            case RenderEvent.EventOneofCase.Summary:
                _summary = happened.Summary;
                view.Ended(happened, happened.Summary);
                break;
            default:
                // An event of a newer contract.
                break;
        }
    }
}
