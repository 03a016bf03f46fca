using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Creative.Core.Imaging;
using Creative.Core.Imaging.Metadata;
using Creative.Core.Placements;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

/// <summary>A finished file and the checks that need the file.</summary>
internal sealed record AssetFile(EncodedImage Image, string Sha256, string AigcJson, ImmutableArray<Check> Checks);

/// <summary>Pixels → file under the placement's cap, with the AI label in its metadata, read back after writing.</summary>
internal sealed class AssetFileMaker(IRasterizer rasterizer, AigcLabelling labelling)
{
    /// <returns>A file, or why there is none; exactly one of the two.</returns>
    public (AssetFile? File, string? Refusal) Make(PixelImage pixels, ImageFormat format, Placement placement, string assetId)
    {
        var label = AigcLabel.FirstWritten(labelling.Producer, assetId);
        var lossless = format == ImageFormat.Png;
        var found = CapSearch.Find(
            quality => AigcFile.Write(rasterizer.Encode(pixels, format, quality), format, label, labelling.Key, labelling.Wrapped),
            placement.MaxBytes, lossless);
        if (!found.Fits)
        {
            var hint = lossless ? "PNG has no quality to lower: ask for JPEG or WebP." : "Ask for a smaller canvas, or raise the cap.";
            return (null, string.Create(CultureInfo.InvariantCulture, $"{placement.Id} allows {placement.MaxBytes} bytes; the smallest {format} of {pixels.Size} has {found.Bytes.Length} at quality {found.Quality}. {hint}"));
        }

        var read = AigcFile.Read(found.Bytes, format);
        var sound = read is { Label: AigcLabel.IsAi } && read.ProduceId == assetId && AigcSeal.Verify(read, found.Bytes, format, labelling.Key);
        ImmutableArray<Check> checks =
        [
            new("file_size", "", true, true, found.Bytes.Length, placement.MaxBytes ?? 0, "bytes", placement.MaxBytes is null ? "no cap" : $"quality {found.Quality} after {found.Encodes} encodes"),
            new("ai_metadata", "", sound, true, sound ? 1 : 0, 1, "count", "TC260 label in XMP, read back and verified"),
        ];
        var image = new EncodedImage(found.Bytes, format, lossless ? 0 : found.Quality);
        return (new AssetFile(image, Convert.ToHexStringLower(SHA256.HashData(found.Bytes)), read?.ToJson() ?? "", checks), null);
    }
}
