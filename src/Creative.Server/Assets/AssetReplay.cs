using Creative.Contract.V1;
using Creative.Core.Composition;
using Grpc.Core;

namespace Creative.Server.Assets;

/// <summary>Makes an asset again, every element painted afresh, and compares the bytes.</summary>
public sealed class AssetReplay(AssetRemaker remaker, ILogger<AssetReplay> logger)
{
    /// <exception cref="RpcException">As <see cref="AssetRemaker.RemakeAsync"/>.</exception>
    public async Task<ReplayAssetResponse> ReplayAsync(Asset asset, CancellationToken cancellation)
    {
        var outcome = await remaker.RemakeAsync(asset, workshop => workshop.Afresh, drawn: null, cancellation);
        var again = outcome is Delivered delivered ? delivered.Sha256 : "";
        Log.Replayed(logger, asset.Id, again == asset.Sha256);
        return new ReplayAssetResponse { Identical = again == asset.Sha256, OriginalSha256 = asset.Sha256, ReplayedSha256 = again };
    }
}
