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

        ref var origin = ref MemoryMarshal.GetReference(_pixels);
        for (var i = from; i < to; i++)
        {
            pixels[i] = Within(ref origin, u + (i * stepU), v + (i * stepV));
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Within(ref uint origin, long u, long v)
    {
        // The four neighbours exist: Row has made sure.
        ref var corner = ref Unsafe.Add(ref origin, (nint)(((v >> Fraction) * _width) + (u >> Fraction)));
        var top = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<uint, byte>(ref corner))).AsByte();
        var bottom = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref corner, _width)))).AsByte();
        return Mix(top, bottom, u, v);
    }

    private uint AtEdge(long u, long v)
    {
        var (column, row) = ((int)(u >> Fraction), (int)(v >> Fraction));
        var top = Vector128.CreateScalar(Pair(column, row)).AsByte();
        var bottom = Vector128.CreateScalar(Pair(column, row + 1)).AsByte();
        return Mix(top, bottom, u, v);
    }

    private ulong Pair(int column, int row) => At(column, row) | ((ulong)At(column + 1, row) << 32);

    private uint At(int column, int row) =>
        (uint)column < (uint)_width && (uint)row < (uint)_height ? _pixels[(row * _width) + column] : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(Vector128<byte> top, Vector128<byte> bottom, long u, long v)
    {
        var down = (ushort)((v >> (Fraction - 8)) & 255);
        var right = (uint)((u >> (Fraction - 8)) & 255);
        var column = (Vector128.WidenLower(top) * (ushort)(256 - down)) + (Vector128.WidenLower(bottom) * down);
        var mixed = (Vector128.WidenLower(column) * (256 - right)) + (Vector128.WidenUpper(column) * right) + Vector128.Create(1u << 15);
        var words = Vector128.Narrow(mixed >>> 16, Vector128<uint>.Zero);
        return Vector128.Narrow(words, Vector128<ushort>.Zero).AsUInt32().ToScalar();
    }
}
