using System.Buffers;
using Creative.Core.Diffusion.Noise;

namespace Creative.Core.Diffusion.Sampling;

/// <summary>
/// All that changes while an image is denoised: the sample, the estimates made from it, what its sampler remembers, and its own
/// source of noise, so that it does not depend on what it is batched with. On pooled memory; steps allocate nothing.
/// </summary>
public sealed class SampleState : IDisposable
{
    private const int Fixed = 3;

    private readonly int _count;
    private readonly int _images;
    private readonly int _past;
    private readonly float[][] _buffers;

    /// <param name="count">Numbers of the sample.</param>
    /// <param name="random">Drawn from by stochastic samplers, once for each of their noisy steps.</param>
    /// <param name="images">Images in the sample, one after the other; only limits of the clean estimate tell them apart.</param>
    public SampleState(int count, Sampler sampler, INormalNumbers random, int images = 1)
    {
        (_count, _images, _past) = (count, images, sampler.Past);
        Random = random;
        _buffers = new float[Fixed + sampler.Past + sampler.Kept][];
        for (var i = 0; i < _buffers.Length; i++)
        {
            _buffers[i] = ArrayPool<float>.Shared.Rent(count);
        }
    }

    /// <value>x.</value>
    public Span<float> Sample => _buffers[0].AsSpan(0, _count);

    /// <value>The estimate of x0.</value>
    public Span<float> Clean => _buffers[1].AsSpan(0, _count);

    /// <value>The estimate of ε.</value>
    public Span<float> Noise => _buffers[2].AsSpan(0, _count);

    public INormalNumbers Random { get; }

    /// <value>How often <see cref="Remember"/> was called, which is what is known about the way so far.</value>
    public int Known { get; private set; }

    /// <summary>What <see cref="Remember"/> was given; 0 is the last.</summary>
    public Span<float> Past(int back) => _buffers[Fixed + ((Known - 1 - back) % _past)].AsSpan(0, _count);

    /// <summary>Memory that a sampler keeps from step to step.</summary>
    public Span<float> Kept(int index) => _buffers[Fixed + _past + index].AsSpan(0, _count);

    /// <value>Buffers that a step hands to the next: the sample, then what is remembered, then what is kept.</value>
    internal int Signals => 1 + _buffers.Length - Fixed;

    /// <summary>One of them, in an order that does not change.</summary>
    internal Span<float> Signal(int index) => _buffers[index == 0 ? 0 : Fixed - 1 + index].AsSpan(0, _count);

    public void Remember(ReadOnlySpan<float> values)
    {
        Known++;
        values.CopyTo(Past(0));
    }

    /// <summary>sample += scale·z with fresh normal numbers z, which are left in <see cref="Noise"/>.</summary>
    public void AddRandom(double scale)
    {
        Random.Normal(Noise);
        Latents.Add(scale, Noise, Sample);
    }

    /// <summary>The same with normal numbers of the image's Brownian path.</summary>
    public void AddRandom(double scale, BrownianSpan span)
    {
        Random.Normal(span, Noise);
        Latents.Add(scale, Noise, Sample);
    }

    /// <summary>Estimates x0 and ε and moves the sample one denoiser run further.</summary>
    /// <param name="step">Index into the grid.</param>
    /// <param name="output">The denoiser's, for the sample times the level's input scale.</param>
    public void Advance(Sampler sampler, StepGrid grid, int step, ReadOnlySpan<float> output)
    {
        grid.ConversionAt(step).Apply(Sample, output, Clean, Noise);
        if (grid.Limit is { } limit)
        {
            var size = _count / _images;
            for (var i = 0; i < _images; i++)
            {
                limit.Apply(Clean.Slice(i * size, size));
            }

            if (grid.NoiseFollowsLimit)
            {
                var level = grid.Levels[step];
                Latents.Combine(1 / level.Sigma, Sample, -level.Alpha / level.Sigma, Clean, Noise);
            }
        }

        sampler.Step(grid, step, this);
    }

    public void Dispose()
    {
        for (var i = 0; i < _buffers.Length; i++)
        {
            if (_buffers[i].Length > 0)
            {
                ArrayPool<float>.Shared.Return(_buffers[i]);
                _buffers[i] = [];
            }
        }
    }
}
