using Creative.Core.Storage;
using Creative.Server.Errors;
using Creative.Server.Storage;
using Grpc.Core;

namespace Creative.Server.Assets;

/// <summary>The files of assets.</summary>
public sealed class AssetFiles(IBlobStore blobs)
{
    /// <exception cref="RpcException">DATA_LOSS: the file was taken away behind the server's back.</exception>
    public Stream Open(AssetRow asset) => blobs.Open(asset.Sha256)
        ?? throw Refusals.With(StatusCode.DataLoss, $"The file of asset '{asset.Id}' is gone from the server's disk.");
}
