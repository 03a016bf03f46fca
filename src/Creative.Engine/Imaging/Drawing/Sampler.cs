using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Creative.Core.Imaging;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>
/// Reads a premultiplied RGBA image under an affine map, bilinear, with nothing around it. Good for magnifying what is
/// smooth, and for turning and moving at about the same size; <see cref="ImageLevels"/> makes such a size first.
/// </summary>
/// <param name="source">Premultiplied RGBA.</param>
/// <param name="toSource">From canvas pixels to source pixels; both count from the top left corner.</param>
internal readonly ref struct Sampler(PixelImage source, Matrix3x2 toSource)
{
    private const long One = 1L << Fraction;
    private const int Fraction = 32;

    private readonly ReadOnlySpan<uint> _pixels = MemoryMarshal.Cast<byte, uint>(source.Pixels);
    private readonly int _width = source.Size.Width;
    private readonly int _height = source.Size.Height;
    private readonly Matrix3x2 _map = toSource;

    /// <summary>Writes the pixels of canvas row <paramref name="y"/> from column <paramref name="x"/> on.</summary>
    /// <returns>The part of <paramref name="pixels"/> that may be other than clear; the rest is not written.</returns>
    internal Range Row(int x, int y, Span<uint> pixels)
    {
        var (cx, cy) = (x + 0.5, y + 0.5);
        var (du, dv) = ((double)_map.M11, (double)_map.M12);
        var startU = (cx * du) + (cy * _map.M21) + _map.M31 - 0.5;
        var startV = (cx * dv) + (cy * _map.M22) + _map.M32 - 0.5;

        // Where any of the four neighbours exists, and within that, where all of them do.
        var reach = Both(Inside(pixels.Length, startU, du, -1, _width), Inside(pixels.Length, startV, dv, -1, _height));
        if (reach.From >= reach.To)
        {
            return default;
        }

        var inner = Both(Inside(pixels.Length, startU, du, 0, _width - 1), Inside(pixels.Length, startV, dv, 0, _height - 1));
        var from = Math.Clamp(inner.From, reach.From, reach.To);
        var to = Math.Clamp(inner.To, from, reach.To);
        var (u, v) = ((long)Math.Floor(startU * One), (long)Math.Floor(startV * One));
        var (stepU, stepV) = ((long)(du * One), (long)(dv * One));
        for (var i = reach.From; i < from; i++)
        {
            pixels[i] = AtEdge(u + (i * stepU), v + (i * stepV));
        }

        if (stepV == 0)
        {
            Upright(u + (from * stepU), stepU, v, pixels[from..to]);
        }
        else
        {
            Turned(u + (from * stepU), v + (from * stepV), stepU, stepV, pixels[from..to]);
        }

        for (var i = to; i < reach.To; i++)
        {
            pixels[i] = AtEdge(u + (i * stepU), v + (i * stepV));
        }

        return reach.From..reach.To;
    }

    private static (int From, int To) Both((int From, int To) a, (int From, int To) b) =>
        (Math.Max(a.From, b.From), Math.Min(a.To, b.To));

    /// <summary>The steps at which low ≤ start + i × step &lt; high, with a margin for rounding on the inner side.</summary>
    private static (int From, int To) Inside(int count, double start, double step, double low, double high)
    {
        const double Margin = 1e-3;
        if (Math.Abs(step) < 1e-9)
        {
            return start >= low && start < high - Margin ? (0, count) : (0, 0);
        }

        var (enter, leave) = ((low + Margin - start) / step, (high - Margin - start) / step);
        if (step < 0)
        {
            (enter, leave) = (leave, enter);
        }

        return ((int)Math.Clamp(Math.Ceiling(enter), 0, count), (int)Math.Clamp(Math.Floor(leave) + 1, 0, count));
    }

    /// <summary>Along one pair of source rows. The four neighbours of every pixel exist: Row has made sure.</summary>
    private void Upright(long u, long step, long v, Span<uint> pixels)
    {
        if (pixels.IsEmpty)
        {
            return;
        }

        ref var top = ref Unsafe.Add(ref MemoryMarshal.GetReference(_pixels), (nint)((v >> Fraction) * _width));
        ref var bottom = ref Unsafe.Add(ref top, _width);
        var down = Share(v);
        foreach (ref var pixel in pixels)
        {
            var column = (nint)(u >> Fraction);
            pixel = Mix(Two(ref Unsafe.Add(ref top, column)), Two(ref Unsafe.Add(ref bottom, column)), Share(u), down);
            u += step;
        }
    }

    private void Turned(long u, long v, long stepU, long stepV, Span<uint> pixels)
    {
        ref var origin = ref MemoryMarshal.GetReference(_pixels);
        var width = _width;
        foreach (ref var pixel in pixels)
        {
            ref var corner = ref Unsafe.Add(ref origin, (nint)(((v >> Fraction) * width) + (u >> Fraction)));
            pixel = Mix(Two(ref corner), Two(ref Unsafe.Add(ref corner, width)), Share(u), Share(v));
            u += stepU;
            v += stepV;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Two(ref uint pixel) =>
        Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<uint, byte>(ref pixel))).AsByte();

    /// <summary>Of the further neighbour, in 256ths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Share(long place) => (uint)(place >> (Fraction - 8)) & 255;

    private uint AtEdge(long u, long v)
    {
        var (column, row) = ((int)(u >> Fraction), (int)(v >> Fraction));
        var top = Vector128.CreateScalar(Pair(column, row)).AsByte();
        var bottom = Vector128.CreateScalar(Pair(column, row + 1)).AsByte();
        return Mix(top, bottom, Share(u), Share(v));
    }

    private ulong Pair(int column, int row) => At(column, row) | ((ulong)At(column + 1, row) << 32);

    private uint At(int column, int row) =>
        (uint)column < (uint)_width && (uint)row < (uint)_height ? _pixels[(row * _width) + column] : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(Vector128<byte> top, Vector128<byte> bottom, uint right, uint down)
    {
        var column = (Vector128.WidenLower(top) * (ushort)(256 - down)) + (Vector128.WidenLower(bottom) * (ushort)down);
        var mixed = (Vector128.WidenLower(column) * (256 - right)) + (Vector128.WidenUpper(column) * right) + Vector128.Create(1u << 15);
        var words = Vector128.Narrow(mixed >>> 16, Vector128<uint>.Zero);
        return Vector128.Narrow(words, Vector128<ushort>.Zero).AsUInt32().ToScalar();
    }
}
