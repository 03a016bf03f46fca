using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Creative.Core.Scenes;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>
/// Mixes a row of RGBA pixels into a row of an opaque canvas, four pixels at a time. Sources are premultiplied, except
/// where said. Formulas: W3C Compositing and Blending Level 1, for a backdrop alpha of 1.
/// </summary>
internal static class Blending
{
    private static readonly Vector128<byte> SpreadAlpha = Vector128.Create((byte)3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15);
    private static readonly Vector128<byte> AlphaMask = Vector128.Create(0xFF000000u).AsByte();

    /// <param name="blend">Which formula.</param>
    /// <param name="canvas">4 bytes a pixel, the last one 255; changed.</param>
    /// <param name="source">As long as the canvas row.</param>
    internal static void Row(Blend blend, Span<byte> canvas, ReadOnlySpan<byte> source)
    {
        switch (blend)
        {
            case Blend.Over:
                Mix<OverMixer>(canvas, source);
                break;
            case Blend.Multiply:
                Mix<MultiplyMixer>(canvas, source);
                break;
            case Blend.Screen:
                Mix<ScreenMixer>(canvas, source);
                break;
            case Blend.Add:
                Mix<AddMixer>(canvas, source);
                break;
            case Blend.Overlay or Blend.SoftLight:
                SeparableBlending.Row(blend, canvas, source);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(blend), blend, "no such blend");
        }
    }

    /// <summary>Source over canvas, for a source that is not premultiplied.</summary>
    internal static void StraightRow(Span<byte> canvas, ReadOnlySpan<byte> source) => Mix<StraightMixer>(canvas, source);

    private static void Mix<T>(Span<byte> canvas, ReadOnlySpan<byte> source)
        where T : struct, IMixer
    {
        var fours = canvas.Length / 16;
        ref var to = ref MemoryMarshal.GetReference(canvas);
        ref var from = ref MemoryMarshal.GetReference(source[..canvas.Length]);
        for (nuint i = 0; i < (nuint)fours * 16; i += 16)
        {
            var s = Vector128.LoadUnsafe(ref from, i);
            if ((s & AlphaMask) != Vector128<byte>.Zero)
            {
                T.Mix(Vector128.LoadUnsafe(ref to, i), s).StoreUnsafe(ref to, i);
            }
        }

        var rest = fours * 16;
        if (rest < canvas.Length)
        {
            Span<byte> lastCanvas = stackalloc byte[16];
            Span<byte> lastSource = stackalloc byte[16];
            lastSource.Clear();
            lastCanvas.Clear();
            canvas[rest..].CopyTo(lastCanvas);
            source[rest..canvas.Length].CopyTo(lastSource);
            T.Mix(Vector128.Create(lastCanvas), Vector128.Create(lastSource)).CopyTo(lastCanvas);
            lastCanvas[..(canvas.Length - rest)].CopyTo(canvas[rest..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Alpha(Vector128<byte> source) => Vector128.ShuffleNative(source, SpreadAlpha);

    /// <summary>a × b / 255, rounded to nearest, byte by byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Times(Vector128<byte> a, Vector128<byte> b) =>
        Vector128.Narrow(
            By255(Vector128.WidenLower(a) * Vector128.WidenLower(b)),
            By255(Vector128.WidenUpper(a) * Vector128.WidenUpper(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> By255(Vector128<ushort> value)
    {
        var rounded = value + Vector128.Create((ushort)128);
        return (rounded + (rounded >>> 8)) >>> 8;
    }

    private interface IMixer
    {
        static abstract Vector128<byte> Mix(Vector128<byte> canvas, Vector128<byte> source);
    }

    private readonly struct OverMixer : IMixer
    {
        public static Vector128<byte> Mix(Vector128<byte> canvas, Vector128<byte> source) =>
            Vector128.AddSaturate(source, Times(canvas, ~Alpha(source))) | AlphaMask;
    }

    private readonly struct StraightMixer : IMixer
    {
        public static Vector128<byte> Mix(Vector128<byte> canvas, Vector128<byte> source)
        {
            var alpha = Alpha(source);
            var rest = ~alpha;
            return Vector128.Narrow(
                By255((Vector128.WidenLower(source) * Vector128.WidenLower(alpha)) + (Vector128.WidenLower(canvas) * Vector128.WidenLower(rest))),
                By255((Vector128.WidenUpper(source) * Vector128.WidenUpper(alpha)) + (Vector128.WidenUpper(canvas) * Vector128.WidenUpper(rest))))
                | AlphaMask;
        }
    }

    private readonly struct MultiplyMixer : IMixer
    {
        public static Vector128<byte> Mix(Vector128<byte> canvas, Vector128<byte> source) =>
            Vector128.AddSaturate(Times(canvas, source), Times(canvas, ~Alpha(source))) | AlphaMask;
    }

    private readonly struct ScreenMixer : IMixer
    {
        public static Vector128<byte> Mix(Vector128<byte> canvas, Vector128<byte> source) =>
            Vector128.AddSaturate(source, Times(canvas, ~source)) | AlphaMask;
    }

    private readonly struct AddMixer : IMixer
    {
        public static Vector128<byte> Mix(Vector128<byte> canvas, Vector128<byte> source) =>
            Vector128.AddSaturate(canvas, source) | AlphaMask;
    }
}
