using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Creative.Core.Numerics;

/// <summary>
/// Sums over rows of numbers, four lanes at a time on every machine: a wider one would add in another order, and the last
/// bits would differ from machine to machine. Symmetric matrices are whole, row by row.
/// </summary>
public static class Vectors
{
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var wideA = Wide(a);
        var wideB = Wide(b[..a.Length]);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i + 1 < wideA.Length; i += 2)
        {
            even += wideA[i] * wideB[i];
            odd += wideA[i + 1] * wideB[i + 1];
        }

        even = i < wideA.Length ? even + (wideA[i] * wideB[i]) : even;
        var sum = Vector256.Sum(even + odd);
        for (i = wideA.Length * Vector256<double>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Σ (a − b)².</summary>
    public static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            var apart = a[i] - b[i];
            sum += apart * apart;
        }

        return sum;
    }

    /// <summary>a += factor · b.</summary>
    public static void AddScaled(Span<double> a, double factor, ReadOnlySpan<double> b)
    {
        var wideA = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var wideB = Wide(b[..a.Length]);
        var factors = Vector256.Create(factor);
        for (var i = 0; i < wideA.Length; i++)
        {
            wideA[i] += factors * wideB[i];
        }

        for (var i = wideA.Length * Vector256<double>.Count; i < a.Length; i++)
        {
            a[i] += factor * b[i];
        }
    }

    /// <summary>result = matrix · vector.</summary>
    public static void Multiply(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector, Span<double> result)
    {
        for (var row = 0; row < vector.Length; row++)
        {
            result[row] = Dot(matrix.Slice(row * vector.Length, vector.Length), vector);
        }
    }

    /// <summary>matrix += factor · vector · vectorᵀ. What is symmetric stays so to the last bit: the root goes to either side.</summary>
    public static void AddOuter(Span<double> matrix, double factor, ReadOnlySpan<double> vector)
    {
        var rented = ArrayPool<double>.Shared.Rent(vector.Length);
        var scaled = rented.AsSpan(0, vector.Length);
        scaled.Clear();
        AddScaled(scaled, Math.Sqrt(Math.Abs(factor)), vector);
        for (var row = 0; row < vector.Length; row++)
        {
            AddScaled(matrix.Slice(row * vector.Length, vector.Length), Math.Sign(factor) * scaled[row], scaled);
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    private static ReadOnlySpan<Vector256<double>> Wide(ReadOnlySpan<double> values) => MemoryMarshal.Cast<double, Vector256<double>>(values);
}
