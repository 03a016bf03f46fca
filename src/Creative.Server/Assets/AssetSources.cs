using System.Globalization;
using Creative.Contract.V1;
using Creative.Core.Composition;
using Creative.Core.Imaging.Metadata;
using Creative.Core.Scenes;
using Creative.Engine.Imaging.Fonts;
using Creative.Server.Errors;
using Creative.Server.Storage;
using Grpc.Core;
using ImageFormat = Creative.Core.Imaging.ImageFormat;

namespace Creative.Server.Assets;

/// <summary>Assets as layered SVG: made when first asked for, kept as long as there is room.</summary>
public sealed class AssetSources(AssetRemaker remaker, IRasterizer rasterizer, AigcLabelling labelling, SourceCache cache)
{
    /// <exception cref="RpcException">As <see cref="AssetRemaker.RemakeAsync"/>; also when the picture comes out differently on this machine.</exception>
    public async Task<byte[]> GetAsync(Asset asset, CancellationToken cancellation)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{asset.Id}-{LayeredSvg.Version}");
        if (cache.Files.Find(key) is { } known)
        {
            return known;
        }

        byte[] document = [];
        var outcome = await remaker.RemakeAsync(
            asset,
            workshop => workshop.Composer,
            scene => document = LayeredSvg.Write(
                scene,
                $"{asset.Campaign} · {asset.Placement}",
                AigcLabel.FirstWritten(labelling.Producer, asset.Id),
                new EmbeddedFiles(
                    image => rasterizer.Encode(image, ImageFormat.Png, quality: 100),
                    (size, nodes) => rasterizer.Draw(size, nodes, backdrop: null, cancellation),
                    FontLibrary.Subset)),
            cancellation);
        if (outcome is not Delivered delivered || delivered.Sha256 != asset.Sha256)
        {
            throw Refusals.Precondition([("asset", asset.Id, $"Asset '{asset.Id}' comes out differently on this machine, so its layers would not be those of its file.")]);
        }

        cache.Files.Keep(key, document);
        return document;
    }
}

/// <summary>The layered documents that were made, under ids of their assets.</summary>
public sealed record SourceCache(BoundedFiles Files);
