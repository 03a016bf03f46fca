using System.Runtime.Intrinsics;
using Creative.Core.Imaging;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>The opaque picture that is drawn on: four bytes a pixel (R, G, B, 255), so that four pixels fill a vector.</summary>
internal sealed class Canvas : IDisposable
{
    internal const int Channels = 4;

    private static readonly Vector128<byte> RgbToRgbx = Vector128.Create((byte)0, 1, 2, 0xFF, 3, 4, 5, 0xFF, 6, 7, 8, 0xFF, 9, 10, 11, 0xFF);
    private static readonly Vector128<byte> RgbxToRgb = Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 0xFF, 0xFF, 0xFF, 0xFF);
    private static readonly Vector128<byte> Opaque = Vector128.Create(0xFF000000u).AsByte();

    private readonly PixelImage _pixels;

    /// <param name="size">Pixels.</param>
    /// <param name="backdrop">RGB of the same size, copied; null for black.</param>
    internal Canvas(CanvasSize size, PixelImage? backdrop)
    {
        _pixels = Pixels.Rent(size, Channels);
        if (backdrop is null)
        {
            _pixels.Pixels.Clear();
        }
        else
        {
            FromRgb(backdrop.Pixels, _pixels.Pixels);
        }
    }

    internal CanvasSize Size => _pixels.Size;

    /// <summary>Bytes of the pixels from <paramref name="left"/> up to, not with, <paramref name="right"/> in one row.</summary>
    internal Span<byte> Row(int y, int left, int right) => _pixels.Row(y)[(left * Channels)..(right * Channels)];

    internal PixelImage ToRgb()
    {
        var rgb = Pixels.Rent(Size, 3);
        ToRgb(_pixels.Pixels, rgb.Pixels);
        return rgb;
    }

    public void Dispose() => _pixels.Dispose();

    private static void FromRgb(ReadOnlySpan<byte> rgb, Span<byte> rgbx)
    {
        // A vector reads 16 bytes and uses 12, so the last pixels are left to the loop below.
        var pixel = 0;
        var pixels = rgbx.Length / Channels;
        for (; (pixel * 3) + 16 <= rgb.Length; pixel += 4)
        {
            var four = Vector128.Create(rgb.Slice(pixel * 3, 16));
            (Vector128.ShuffleNative(four, RgbToRgbx) | Opaque).CopyTo(rgbx[(pixel * Channels)..]);
        }

        for (; pixel < pixels; pixel++)
        {
            rgb.Slice(pixel * 3, 3).CopyTo(rgbx[(pixel * Channels)..]);
            rgbx[(pixel * Channels) + 3] = 255;
        }
    }

    private static void ToRgb(ReadOnlySpan<byte> rgbx, Span<byte> rgb)
    {
        var pixel = 0;
        var pixels = rgbx.Length / Channels;
        for (; (pixel * 3) + 16 <= rgb.Length; pixel += 4)
        {
            var four = Vector128.Create(rgbx.Slice(pixel * Channels, 16));
            Vector128.ShuffleNative(four, RgbxToRgb).CopyTo(rgb[(pixel * 3)..]);
        }

        for (; pixel < pixels; pixel++)
        {
            rgbx.Slice(pixel * Channels, 3).CopyTo(rgb[(pixel * 3)..]);
        }
    }
}
