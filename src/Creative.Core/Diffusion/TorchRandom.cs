using Creative.Core.Diffusion.Noise;

namespace Creative.Core.Diffusion;

/// <summary>
/// The normal numbers that PyTorch draws on a CPU after <c>torch.manual_seed(seed)</c>, so that a seed means the same picture
/// here and there: MT19937 (Matsumoto and Nishimura 1998) and Box–Muller. Equal to the last bit to PyTorch's AVX2 build, on any machine.
/// </summary>
public sealed class TorchRandom : INormalNumbers
{
    private const int Words = 624;
    private const int Shift = 397;

    /// <summary>PyTorch fills blocks of this many numbers, and takes another path for fewer.</summary>
    private const int Block = 16;

    private readonly uint[] _state = new uint[Words];
    private readonly ulong _seed;
    private int _used = Words;
    private double? _spare;

    /// <param name="seed">Only the lower 32 bits count, as in PyTorch; all of them for Brownian paths.</param>
    public TorchRandom(ulong seed)
    {
        _seed = seed;
        _state[0] = (uint)seed;
        for (var i = 1; i < Words; i++)
        {
            _state[i] = (1812433253u * (_state[i - 1] ^ (_state[i - 1] >> 30))) + (uint)i;
        }
    }

    /// <summary>Fills with normal numbers, mean 0 and variance 1: <c>torch.randn(values.Length)</c>.</summary>
    public void Normal(Span<float> values)
    {
        if (values.Length < Block)
        {
            foreach (ref var value in values)
            {
                value = (float)NextDoubleNormal();
            }

            return;
        }

        FillUniform(values);
        for (var i = 0; i + Block <= values.Length; i += Block)
        {
            BoxMuller(values.Slice(i, Block));
        }

        if (values.Length % Block != 0)
        {
            var tail = values[^Block..];
            FillUniform(tail);
            BoxMuller(tail);
        }
    }

    /// <summary>As diffusers draws with this <c>noise_sampler_seed</c>; what was drawn before does not count.</summary>
    public void Normal(BrownianSpan span, Span<float> values) => span.Normal(_seed, values);

    private void FillUniform(Span<float> values)
    {
        foreach (ref var value in values)
        {
            value = (Next() & 0xffffff) * (1f / 0x1000000);
        }
    }

    private static void BoxMuller(Span<float> block)
    {
        for (var i = 0; i < Block / 2; i++)
        {
            var radius = MathF.Sqrt(-2 * CephesMath.Log(1 - block[i]));
            var (sin, cos) = CephesMath.SinCos(2 * MathF.PI * block[i + (Block / 2)]);
            block[i] = radius * cos;
            block[i + (Block / 2)] = radius * sin;
        }
    }

    private double NextDoubleNormal()
    {
        if (_spare is { } spare)
        {
            _spare = null;
            return spare;
        }

        var angle = 2 * Math.PI * NextDouble();
        var radius = Math.Sqrt(-2 * double.LogP1(-NextDouble()));
        _spare = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    private double NextDouble()
    {
        var high = (ulong)Next();
        return (((high << 32) | Next()) & ((1UL << 53) - 1)) * (1.0 / (1UL << 53));
    }

    private uint Next()
    {
        if (_used == Words)
        {
            Twist();
        }

        var y = _state[_used++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    private void Twist()
    {
        for (var i = 0; i < Words; i++)
        {
            var y = (_state[i] & 0x80000000) | (_state[(i + 1) % Words] & 0x7fffffff);
            _state[i] = _state[(i + Shift) % Words] ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }

        _used = 0;
    }
}
