using Creative.Core.Imaging;
using Creative.Engine.Imaging.Drawing;
using Creative.Engine.Imaging.Native;

namespace Creative.Engine.Imaging.Files;

/// <summary>Reads image files, strictly: a damaged or cut-off file is refused, not filled up with grey.</summary>
internal static class ImageDecoder
{
    private const int LargestSide = 8192;

    internal static unsafe PixelImage Decode(ReadOnlySpan<byte> file)
    {
        var loader = Loader(file) ?? throw new InvalidDataException("Not a PNG, JPEG, WebP or AVIF file.");
        try
        {
            fixed (byte* bytes = file)
            {
                using var load = new VipsOperation(loader).Set("buffer", bytes, file.Length).Set("fail_on", "warning");
                using var raw = load.Image();
                if (raw.Size.Width > LargestSide || raw.Size.Height > LargestSide)
                {
                    throw new InvalidDataException($"The image is {raw.Size}; at most {LargestSide} pixels a side are read.");
                }

                using var convert = new VipsOperation("colourspace").Set("in", raw).Set("space", "srgb");
                using var image = convert.Image();
                if (image.Bands is not (3 or 4) || !image.IsBytes)
                {
                    throw new InvalidDataException($"The image has {image.Bands} channels or more than 8 bits a channel.");
                }

                var pixels = Pixels.Rent(image.Size, image.Bands);
                image.WriteTo(pixels.Pixels);
                if (image.Bands == 4)
                {
                    AlphaMath.Premultiply(pixels);
                }

                return pixels;
            }
        }
        catch (VipsException e)
        {
            throw new InvalidDataException($"The image is damaged ({e.Message}).", e);
        }
    }

    private static string? Loader(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "jpegload_buffer",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "pngload_buffer",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "webpload_buffer",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', (byte)'f', ..] => "heifload_buffer",
        _ => null,
    };
}
