using System.Buffers;

namespace Creative.Core.Diffusion;

/// <summary>One image on its way from noise, on pooled memory.</summary>
internal sealed class LatentImage : IDisposable
{
    private readonly int _count;
    private float[] _sample;
    private float[] _clean;
    private float[] _before;

    /// <param name="noise">From the image's own seed, so that it does not depend on the others.</param>
    /// <param name="start">What it starts from; null for noise alone.</param>
    public LatentImage(LatentShape shape, TorchRandom noise, Sampling.StepGrid grid, PromptNumbers text, LatentStart? start)
    {
        _count = shape.Count;
        _sample = ArrayPool<float>.Shared.Rent(_count);
        _clean = ArrayPool<float>.Shared.Rent(_count);
        _before = ArrayPool<float>.Shared.Rent(_count);
        (Text, Start) = (text, start);
        noise.Normal(Sample);
        if (start is null)
        {
            Sampling.Latents.Scale(grid.InitialScale, Sample, Sample);
        }
        else
        {
            start.Begin(Sample, grid);
        }
    }

    public Span<float> Sample => _sample.AsSpan(0, _count);

    /// <value>The current estimate of the image without noise.</value>
    public Span<float> Clean => _clean.AsSpan(0, _count);

    public Span<float> CleanBefore => _before.AsSpan(0, _count);

    /// <value>What the denoiser reads with it: nothing and the prompt one after the other, or the prompt alone.</value>
    public PromptNumbers Text { get; }

    /// <value>What it starts from; null for noise alone.</value>
    public LatentStart? Start { get; }

    /// <summary>The clean estimate becomes the one of the step before.</summary>
    public void Turn() => (_clean, _before) = (_before, _clean);

    public void Dispose()
    {
        foreach (var buffer in (float[][])[_sample, _clean, _before])
        {
            if (buffer.Length > 0)
            {
                ArrayPool<float>.Shared.Return(buffer);
            }
        }

        _sample = _clean = _before = [];
    }
}
