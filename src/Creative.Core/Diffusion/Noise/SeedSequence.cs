namespace Creative.Core.Diffusion.Noise;

/// <summary>
/// Seeds made of a seed, as <c>numpy.random.SeedSequence</c> makes them: M. E. O'Neill's seed_seq_fe ("Developing a seed_seq
/// Alternative", pcg-random.org, 2015). Children of a sequence, which differ in their key only, have unrelated seeds.
/// </summary>
public sealed class SeedSequence
{
    private const int HalfWord = 16;

    private readonly uint[] _pool;

    /// <param name="entropy">What the sequence is made of.</param>
    /// <param name="key">Which child it is, one number for each generation; empty for the sequence itself.</param>
    /// <param name="poolSize">Words that hold the mixed entropy, 4 or more.</param>
    public SeedSequence(ulong entropy, ReadOnlySpan<ulong> key, int poolSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(poolSize, 4);
        var words = Words(entropy, key, poolSize);
        var hash = new Hash(0x43b0d7e5, 0x931e8875);
        _pool = new uint[poolSize];
        for (var i = 0; i < poolSize; i++)
        {
            _pool[i] = hash.Next(i < words.Count ? words[i] : 0);
        }

        for (var from = 0; from < Math.Max(poolSize, words.Count); from++)
        {
            for (var to = 0; to < poolSize; to++)
            {
                if (from != to)
                {
                    _pool[to] = Mix(_pool[to], hash.Next(from < poolSize ? _pool[from] : words[from]));
                }
            }
        }
    }

    /// <summary>Fills with seeds, the same every time: <c>generate_state(seeds.Length)</c>.</summary>
    public void Generate(Span<uint> seeds)
    {
        var hash = new Hash(0x8b51f9dd, 0x58f38ded);
        for (var i = 0; i < seeds.Length; i++)
        {
            seeds[i] = hash.Next(_pool[i % _pool.Length]);
        }
    }

    /// <summary>Lower words first, without leading zeros; what has a key fills the pool before it, so that no key looks like entropy.</summary>
    private static List<uint> Words(ulong entropy, ReadOnlySpan<ulong> key, int poolSize)
    {
        var words = new List<uint>(poolSize + (2 * key.Length));
        Append(entropy, words);
        if (!key.IsEmpty)
        {
            words.AddRange(new uint[Math.Max(0, poolSize - words.Count)]);
        }

        foreach (var number in key)
        {
            Append(number, words);
        }

        return words;
    }

    private static void Append(ulong number, List<uint> words)
    {
        words.Add((uint)number);
        if (number > uint.MaxValue)
        {
            words.Add((uint)(number >> 32));
        }
    }

    private static uint Mix(uint x, uint y)
    {
        var mixed = (x * 0xca01f9dd) - (y * 0x4973f715);
        return mixed ^ (mixed >> HalfWord);
    }

    /// <summary>A multiplicative hash whose constant changes with every word.</summary>
    private struct Hash(uint constant, uint factor)
    {
        private uint _constant = constant;

        public uint Next(uint word)
        {
            word ^= _constant;
            _constant *= factor;
            word *= _constant;
            return word ^ (word >> HalfWord);
        }
    }
}
