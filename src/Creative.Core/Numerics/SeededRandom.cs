namespace Creative.Core.Numerics;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014): small, fast and the
/// same on every machine, which <see cref="Random"/> does not promise. Not for secrets.
/// </summary>
public sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A seed for an independent stream, such as one per variant.</summary>
    public static ulong Derive(ulong seed, ulong stream) => Mix(seed + (0x9E3779B97F4A7C15UL * (stream + 1)));

    public ulong NextUInt64() => Mix(_state += 0x9E3779B97F4A7C15UL);

    /// <summary>0 inclusive to 1 exclusive.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>0 to <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(NextDouble() * count);

    /// <summary>Of the normal distribution with mean 0 and deviation 1 (G. E. P. Box, M. E. Muller, 1958).</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
