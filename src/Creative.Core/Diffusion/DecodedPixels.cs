using System.Numerics;
using System.Runtime.InteropServices;
using Creative.Core.Imaging;

namespace Creative.Core.Diffusion;

/// <summary>From a decoder's planes to 8-bit pixels.</summary>
public static class DecodedPixels
{
    /// <summary>
    /// 8-bit = 255·(v + 1)/2, rounded. With alpha: a' = clip((a − floor)/(ceiling − floor), 0, 1), and the premultiplied
    /// colour p becomes min(p·a'/a, a'), so that the colour itself stays.
    /// </summary>
    /// <param name="channels">3 (RGB) or 4 (premultiplied RGBA).</param>
    /// <param name="planes">Channels × height × width numbers, −1 to 1 (beyond is cut).</param>
    /// <param name="range">What the decoder leaves in empty and in solid places; not used without alpha.</param>
    public static PixelImage ToImage(CanvasSize size, int channels, ReadOnlySpan<float> planes, AlphaRange range)
    {
        var count = checked((int)size.Pixels);
        ArgumentOutOfRangeException.ThrowIfNotEqual(planes.Length, count * channels);
        var image = PixelImage.Create(size, channels);
        var r = planes[..count];
        var g = planes.Slice(count, count);
        var b = planes.Slice(2 * count, count);
        if (channels == 4)
        {
            Premultiplied(r, g, b, planes[(3 * count)..], range, MemoryMarshal.Cast<byte, uint>(image.Pixels));
        }
        else
        {
            Opaque(r, g, b, image.Pixels);
        }

        return image;
    }

    /// <summary>The way back: v = 2·8-bit/255 − 1, one channel after the other.</summary>
    public static float[] ToPlanes(PixelImage image)
    {
        var pixels = image.Pixels;
        var (channels, count) = (image.Channels, checked((int)image.Size.Pixels));
        var planes = new float[count * channels];
        for (var i = 0; i < planes.Length; i++)
        {
            planes[i] = (pixels[(i % count * channels) + (i / count)] / 255f * 2) - 1;
        }

        return planes;
    }

    private static void Premultiplied(
        ReadOnlySpan<float> r, ReadOnlySpan<float> g, ReadOnlySpan<float> b, ReadOnlySpan<float> a, AlphaRange range, Span<uint> pixels)
    {
        var lanes = Vector<float>.Count;
        var i = 0;
        for (; i <= pixels.Length - lanes; i += lanes)
        {
            Pack(new(r[i..]), new(g[i..]), new(b[i..]), new(a[i..]), range).CopyTo(pixels[i..]);
        }

        if (i < pixels.Length)
        {
            Span<float> rest = stackalloc float[4 * lanes];
            rest.Clear();
            r[i..].CopyTo(rest);
            g[i..].CopyTo(rest[lanes..]);
            b[i..].CopyTo(rest[(2 * lanes)..]);
            a[i..].CopyTo(rest[(3 * lanes)..]);
            var packed = Pack(new(rest), new(rest[lanes..]), new(rest[(2 * lanes)..]), new(rest[(3 * lanes)..]), range);
            for (var lane = 0; i < pixels.Length; i++, lane++)
            {
                pixels[i] = packed[lane];
            }
        }
    }

    private static Vector<uint> Pack(Vector<float> r, Vector<float> g, Vector<float> b, Vector<float> a, AlphaRange range)
    {
        var alpha = Unit(a);
        var clean = Vector.Min(Vector.Max((alpha - new Vector<float>(range.Floor)) * (1 / (range.Ceiling - range.Floor)), Vector<float>.Zero), Vector<float>.One);
        var keep = Vector.ConditionalSelect(Vector.GreaterThan(clean, Vector<float>.Zero), clean / alpha, Vector<float>.Zero);
        return Byte(Vector.Min(Unit(r) * keep, clean))
            | (Byte(Vector.Min(Unit(g) * keep, clean)) << 8)
            | (Byte(Vector.Min(Unit(b) * keep, clean)) << 16)
            | (Byte(clean) << 24);
    }

    private static Vector<float> Unit(Vector<float> value) =>
        Vector.Min(Vector.Max((value + Vector<float>.One) * 0.5f, Vector<float>.Zero), Vector<float>.One);

    private static Vector<uint> Byte(Vector<float> unit) =>
        Vector.AsVectorUInt32(Vector.ConvertToInt32((unit * 255) + new Vector<float>(0.5f)));

    private static void Opaque(ReadOnlySpan<float> r, ReadOnlySpan<float> g, ReadOnlySpan<float> b, Span<byte> pixels)
    {
        for (var i = 0; i < r.Length; i++)
        {
            var pixel = pixels.Slice(3 * i, 3);
            pixel[0] = Byte(r[i]);
            pixel[1] = Byte(g[i]);
            pixel[2] = Byte(b[i]);
        }
    }

    private static byte Byte(float value) => (byte)((Math.Clamp((value + 1) * 0.5f, 0, 1) * 255) + 0.5f);
}
