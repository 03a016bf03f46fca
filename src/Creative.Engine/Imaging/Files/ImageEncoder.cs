using System.Text;
using Creative.Core.Imaging;
using Creative.Engine.Imaging.Drawing;
using Creative.Engine.Imaging.Native;

namespace Creative.Engine.Imaging.Files;

/// <summary>Writes pixels as files, without metadata: no profile (so sRGB), no EXIF.</summary>
internal static class ImageEncoder
{
    internal static unsafe byte[] Encode(PixelImage image, ImageFormat format, int quality, string? xmp)
    {
        if (format != ImageFormat.Png && (quality < 1 || quality > 100))
        {
            throw new ArgumentOutOfRangeException(nameof(quality), quality, "1 to 100");
        }

        using var straight = image.Channels == 4 && format != ImageFormat.Jpeg ? AlphaMath.ToStraight(image) : null;
        fixed (byte* pixels = (straight ?? image).Pixels)
        {
            using var memory = VipsImage.OverMemory(pixels, image.Size, image.Channels);
            using var tag = new VipsOperation("copy").Set("in", memory).Set("interpretation", "srgb");
            using var source = tag.Image();
            if (xmp is not null)
            {
                source.SetXmp(Encoding.UTF8.GetBytes(xmp));
            }

            using var save = Save(format, quality).Set("in", source).Set("keep", xmp is null ? "none" : "xmp");
            return save.Bytes();
        }
    }

    private static VipsOperation Save(ImageFormat format, int quality) => format switch
    {
        // Chroma is halved below quality 90, where it cannot be told from a full one, and kept above ("auto").
        ImageFormat.Jpeg => new VipsOperation("jpegsave_buffer").Set("Q", quality).Set("optimize_coding", true),
        ImageFormat.Png => new VipsOperation("pngsave_buffer").Set("compression", 6).Set("filter", "all"),
        ImageFormat.WebP => new VipsOperation("webpsave_buffer").Set("Q", quality).Set("effort", 4).Set("smart_subsample", quality >= 80),
        ImageFormat.Avif => new VipsOperation("heifsave_buffer").Set("compression", "av1").Set("Q", quality).Set("effort", 2).Set("bitdepth", 8),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no such format"),
    };
}
