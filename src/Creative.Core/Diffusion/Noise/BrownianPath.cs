using System.Buffers;

namespace Creative.Core.Diffusion.Noise;

/// <summary>
/// Brownian motion between two times, of as many independent numbers as are asked for: the one that torchsde's BrownianInterval draws
/// for an entropy, with its halfway tree, a tolerance of 10⁻⁶ and pools of 24 words. The interval is halved again and again (Lévy's
/// construction; Li, Wong, Chen, Duvenaud 2020, arXiv:2001.01328, section 4), so that any increment can be had at any time, in any
/// order, and is the same every time. Nothing is kept between calls.
/// </summary>
public readonly record struct BrownianPath
{
    /// <summary>Doubles still tell multiples apart.</summary>
    private const double Furthest = 1e9;

    private const int PoolSize = 24;

    private readonly ulong _seed;
    private readonly BrownianInterval _whole;

    /// <param name="seed">All of its 64 bits count.</param>
    /// <param name="start">Time at which it begins, to six decimals, -10⁹ or more.</param>
    /// <param name="end">Time at which it ends, to six decimals, 10⁹ or less; not before the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">The times are not so.</exception>
    public BrownianPath(ulong seed, double start, double end)
    {
        if (!(start <= end && start >= -Furthest && end <= Furthest))
        {
            throw new ArgumentOutOfRangeException(nameof(end), end, FormattableString.Invariant($"The path starts at {start}; it must end there or later, all within ±{Furthest}."));
        }

        (_seed, _whole) = (seed, new(BrownianInterval.Round(start), BrownianInterval.Round(end), Number: 0, Depth: 0));
    }

    /// <summary>W(to) − W(from), normal numbers of variance to − from.</summary>
    /// <param name="from">Time, to six decimals; times outside the path are moved to its ends.</param>
    /// <param name="to">Time, to six decimals; not before the other.</param>
    /// <param name="increment">Filled with as many as it holds; which numbers those are depends on how many it holds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The times are not in order, or no numbers.</exception>
    public void Increment(double from, double to, Span<float> increment)
    {
        if (!(from <= to))
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, FormattableString.Invariant($"The increment begins at {from}; it must end there or later."));
        }

        increment.Clear();
        (from, to) = (_whole.Nearest(from), _whole.Nearest(to));
        if (from == to)
        {
            return;
        }

        var buffer = ArrayPool<float>.Shared.Rent(increment.Length);
        try
        {
            var all = buffer.AsSpan(0, increment.Length);
            Draw([], all);
            var deviation = (float)Math.Sqrt(_whole.Length);
            foreach (ref var number in all)
            {
                number *= deviation;
            }

            Add(_whole, all, from, to, increment);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    /// <summary>Adds up the largest intervals that make the time between two, the earliest first.</summary>
    /// <param name="own">The increment over the interval; used up.</param>
    private void Add(BrownianInterval interval, Span<float> own, double from, double to, Span<float> sum)
    {
        if (from <= interval.Start && interval.End <= to)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += own[i];
            }

            return;
        }

        var (left, right) = interval.Halves();
        var buffer = ArrayPool<float>.Shared.Rent(own.Length);
        try
        {
            var first = buffer.AsSpan(0, own.Length);
            Draw([interval.Number, interval.Depth], first);
            Bridge(interval, left, right, own, first);
            if (from < left.End)
            {
                Add(left, first, from, to, sum);
            }

            if (to > right.Start)
            {
                Add(right, own, from, to, sum);
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Given W over an interval of length l + r, its left part is normal with mean W·l/(l + r) and variance l·r/(l + r); the right part is the rest.
    /// Each operation rounds to single precision, as in torch.
    /// </summary>
    /// <param name="own">The whole, which becomes the right part.</param>
    /// <param name="noise">Normal numbers, which become the left part.</param>
    private static void Bridge(BrownianInterval whole, BrownianInterval left, BrownianInterval right, Span<float> own, Span<float> noise)
    {
        var reciprocal = 1 / whole.Length;
        var deviation = (float)Math.Sqrt(left.Length * right.Length * reciprocal);
        var (length, share) = ((float)left.Length, (float)reciprocal);
        for (var i = 0; i < own.Length; i++)
        {
            noise[i] = (length * own[i] * share) + (deviation * noise[i]);
            own[i] -= noise[i];
        }
    }

    private void Draw(ReadOnlySpan<ulong> key, Span<float> numbers)
    {
        Span<uint> seed = stackalloc uint[1];
        new SeedSequence(_seed, key, PoolSize).Generate(seed);
        new TorchRandom(seed[0]).Normal(numbers);
    }
}
