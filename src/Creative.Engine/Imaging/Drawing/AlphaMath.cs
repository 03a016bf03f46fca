using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Creative.Core.Imaging;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>Passes over RGBA pixels that have to do with alpha, four pixels at a time.</summary>
internal static class AlphaMath
{
    private static readonly Vector128<byte> SpreadAlpha = Vector128.Create((byte)3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15);
    private static readonly Vector128<byte> AlphaMask = Vector128.Create(0xFF000000u).AsByte();

    /// <summary>Straight to premultiplied, in place.</summary>
    internal static void Premultiply(PixelImage image) => Apply<Multiplied>(image.Pixels);

    /// <summary>Makes every colour at most its alpha, in place: resampling may have rung above it.</summary>
    internal static void ClampToAlpha(PixelImage image) => Apply<Clamped>(image.Pixels);

    /// <summary>RGB, or premultiplied RGBA, as premultiplied RGBA of its own.</summary>
    internal static PixelImage ToRgba(PixelImage image)
    {
        var rgba = Pixels.Rent(image.Size, 4);
        if (image.Channels == 4)
        {
            image.Pixels.CopyTo(rgba.Pixels);
            return rgba;
        }

        var from = image.Pixels;
        var to = MemoryMarshal.Cast<byte, uint>(rgba.Pixels);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = from[i * 3] | ((uint)from[(i * 3) + 1] << 8) | ((uint)from[(i * 3) + 2] << 16) | 0xFF000000u;
        }

        return rgba;
    }

    /// <summary>Premultiplied RGBA as straight RGBA of its own, which is what files hold.</summary>
    internal static PixelImage ToStraight(PixelImage image)
    {
        var straight = Pixels.Rent(image.Size, 4);
        var from = image.Pixels;
        var to = straight.Pixels;
        for (var i = 0; i < to.Length; i += 4)
        {
            int alpha = from[i + 3];
            for (var channel = i; channel < i + 3; channel++)
            {
                to[channel] = alpha == 0 ? (byte)0 : (byte)Math.Min(255, ((from[channel] * 255) + (alpha / 2)) / alpha);
            }

            to[i + 3] = (byte)alpha;
        }

        return straight;
    }

    /// <summary>Multiplies premultiplied pixels by <paramref name="fade"/> / 256, in place.</summary>
    internal static void Fade(Span<uint> pixels, uint fade)
    {
        if (fade == 256)
        {
            return;
        }

        foreach (ref var pixel in pixels)
        {
            pixel = Fade(pixel, fade);
        }
    }

    /// <summary>One premultiplied pixel times <paramref name="fade"/> / 256.</summary>
    internal static uint Fade(uint pixel, uint fade)
    {
        // Two channels at once, with a free byte between them.
        var even = ((pixel & 0x00FF00FF) * fade) + 0x00800080;
        var odd = (((pixel >> 8) & 0x00FF00FF) * fade) + 0x00800080;
        return ((even >> 8) & 0x00FF00FF) | (odd & 0xFF00FF00);
    }

    /// <summary>Premultiplied pixels over premultiplied ones that need not be opaque.</summary>
    internal static void Over(Span<uint> layer, ReadOnlySpan<uint> pixels)
    {
        for (var i = 0; i < layer.Length; i++)
        {
            // 255 counts as 256, so that an opaque pixel leaves nothing; no channel can pass 255.
            var alpha = pixels[i] >> 24;
            layer[i] = pixels[i] + Fade(layer[i], 256 - (alpha + (alpha >> 7)));
        }
    }

    private static void Apply<T>(Span<byte> pixels)
        where T : struct, IPass
    {
        ref var start = ref MemoryMarshal.GetReference(pixels);
        var whole = pixels.Length & ~15;
        for (nuint i = 0; i < (nuint)whole; i += 16)
        {
            var four = Vector128.LoadUnsafe(ref start, i);
            T.Apply(four, Vector128.ShuffleNative(four, SpreadAlpha)).StoreUnsafe(ref start, i);
        }

        if (whole < pixels.Length)
        {
            Span<byte> last = stackalloc byte[16];
            last.Clear();
            pixels[whole..].CopyTo(last);
            var four = Vector128.Create(last);
            T.Apply(four, Vector128.ShuffleNative(four, SpreadAlpha)).CopyTo(last);
            last[..(pixels.Length - whole)].CopyTo(pixels[whole..]);
        }
    }

    private interface IPass
    {
        static abstract Vector128<byte> Apply(Vector128<byte> pixels, Vector128<byte> alpha);
    }

    private readonly struct Multiplied : IPass
    {
        public static Vector128<byte> Apply(Vector128<byte> pixels, Vector128<byte> alpha)
        {
            // Alpha itself is multiplied by 255, so it stays.
            var factor = alpha | AlphaMask;
            return Vector128.Narrow(
                By255(Vector128.WidenLower(pixels) * Vector128.WidenLower(factor)),
                By255(Vector128.WidenUpper(pixels) * Vector128.WidenUpper(factor)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<ushort> By255(Vector128<ushort> value)
        {
            var rounded = value + Vector128.Create((ushort)128);
            return (rounded + (rounded >>> 8)) >>> 8;
        }
    }

    private readonly struct Clamped : IPass
    {
        public static Vector128<byte> Apply(Vector128<byte> pixels, Vector128<byte> alpha) => Vector128.Min(pixels, alpha);
    }
}
