using System.Security.Cryptography;
using Creative.Contract.V1;
using Grpc.Core;

namespace Creative.Cli.Delivery;

/// <summary>Fetches finished files.</summary>
internal static class Download
{
    /// <summary>Writes the asset's file and compares it with the size and hash that the server promised.</summary>
    /// <exception cref="CliException">The bytes are not the promised ones; nothing is left behind.</exception>
    public static Task SaveAsync(AssetService.AssetServiceClient assets, Asset asset, string path, CancellationToken cancellation) =>
        AtomicFile.WriteAsync(path, stream => CopyAsync(assets, asset, stream, cancellation), cancellation);

    /// <summary>Copies the asset's file to a stream and compares it with the hash that the server promised.</summary>
    /// <exception cref="CliException">The bytes are not the promised ones.</exception>
    public static async Task CopyAsync(AssetService.AssetServiceClient assets, Asset asset, Stream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var call = assets.DownloadAsset(new DownloadAssetRequest { Id = asset.Id }, cancellationToken: cancellation);
        await foreach (var chunk in call.ResponseStream.ReadAllAsync(cancellation))
        {
            hash.AppendData(chunk.Data.Span);
            await to.WriteAsync(chunk.Data.Memory, cancellation);
        }

        var received = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (received != asset.Sha256)
        {
            throw new CliException(
                ExitCode.Failed,
                $"The file of asset {asset.Id} arrived damaged.",
                [new Problem("sha256", $"promised {asset.Sha256}, received {received}")],
                "Fetch it again: creative assets get " + asset.Id);
        }
    }

    /// <summary>Writes a file that the server makes as it is asked for: a contact sheet, a layered document.</summary>
    public static Task SaveAsync(AsyncServerStreamingCall<DownloadAssetChunk> call, string path, CancellationToken cancellation) =>
        AtomicFile.WriteAsync(path, stream => CopyAsync(call, stream, cancellation), cancellation);

    /// <summary>Copies such a file to a stream.</summary>
    public static async Task CopyAsync(AsyncServerStreamingCall<DownloadAssetChunk> call, Stream to, CancellationToken cancellation)
    {
        using (call)
        {
            await foreach (var chunk in call.ResponseStream.ReadAllAsync(cancellation))
            {
                await to.WriteAsync(chunk.Data.Memory, cancellation);
            }
        }
    }

    /// <summary>"jpg", "png", "webp" or "avif".</summary>
    public static string Extension(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "jpg",
        ImageFormat.Png => "png",
        ImageFormat.Webp => "webp",
        ImageFormat.Avif => "avif",
        _ => "bin",
    };
}
