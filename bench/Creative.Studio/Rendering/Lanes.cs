using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Creative.Studio.Rendering;

/// <summary>
/// Sixteen numbers that go through the same formula side by side, one for each ray of a group. No fused operations and no
/// estimates: the same picture comes out on every machine.
/// </summary>
internal readonly struct Lanes
{
    public const int Count = 16;

    private readonly Vector512<float> _value;

    public Lanes(Vector512<float> value)
    {
        _value = value;
    }

    public static Lanes Zero => default;

    public static Lanes Index => new(Vector512.Create(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f, 10f, 11f, 12f, 13f, 14f, 15f));

    public Vector512<float> Value => _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lanes(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator +(Lanes a, Lanes b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator -(Lanes a, Lanes b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator *(Lanes a, Lanes b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator /(Lanes a, Lanes b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes operator -(Lanes a) => new(-a._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask operator <(Lanes a, Lanes b) => new(Vector512.LessThan(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask operator >(Lanes a, Lanes b) => new(Vector512.GreaterThan(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Min(Lanes a, Lanes b) => new(Vector512.MinNative(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Max(Lanes a, Lanes b) => new(Vector512.MaxNative(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Abs(Lanes a) => new(Vector512.Abs(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Sqrt(Lanes a) => new(Vector512.Sqrt(a._value));

    /// <summary>To the nearest whole number, halves to the even one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Round(Lanes a) => new(Vector512.Round(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Clamp(Lanes a, Lanes low, Lanes high) => Min(Max(a, low), high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Length(Lanes a, Lanes b) => Sqrt((a * a) + (b * b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Length(Lanes a, Lanes b, Lanes c) => Sqrt((a * a) + (b * b) + (c * c));

    /// <summary>0 up to <paramref name="from"/>, 1 from <paramref name="to"/> on, smooth between; the ends may be swapped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes SmoothStep(Lanes from, Lanes to, Lanes a)
    {
        var t = Clamp((a - from) / (to - from), 0, 1);
        return t * t * (3 - (2 * t));
    }

    public void CopyTo(Span<float> numbers) => _value.CopyTo(numbers);

    /// <summary>Adds the lanes to sixteen numbers of an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTo(Span<float> sums, int at)
    {
        var place = sums.Slice(at, Count);
        (Vector512.Create<float>(place) + _value).CopyTo(place);
    }

    /// <summary>For each lane, the entry of a table of sixteen that its number names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes LookUp(Vector512<float> table, Lanes index) => new(Vector512.ShuffleNative(table, Vector512.ConvertToInt32(index._value)));
}

/// <summary>One yes or no for each lane.</summary>
internal readonly struct Mask
{
    private readonly Vector512<float> _bits;

    public Mask(Vector512<float> bits)
    {
        _bits = bits;
    }

    public bool Any => Vector512.ExtractMostSignificantBits(_bits) != 0;

    /// <summary>Bit i tells lane i.</summary>
    public ulong Bits => Vector512.ExtractMostSignificantBits(_bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask operator &(Mask a, Mask b) => new(a._bits & b._bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask operator |(Mask a, Mask b) => new(a._bits | b._bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Mask operator ~(Mask a) => new(~a._bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes Select(Lanes yes, Lanes no) => new(Vector512.ConditionalSelect(_bits, yes.Value, no.Value));
}
