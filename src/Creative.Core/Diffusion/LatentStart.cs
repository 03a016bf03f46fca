using Creative.Core.Diffusion.Sampling;

namespace Creative.Core.Diffusion;

/// <summary>
/// What a painting starts from, encoded: the picture itself and, where there is a mask, what stays of it. What stays is put
/// back at the noise of every step, unless the denoiser reads it (an inpainting model), and then by itself paints around it.
/// </summary>
internal sealed class LatentStart
{
    private readonly float[] _clean;
    private readonly float[] _noise;
    private readonly float[]? _mask;
    private readonly bool _skips;

    /// <param name="clean">The encoded picture.</param>
    /// <param name="mask">Height × width of the latent, 1 where it is painted anew; null for everywhere.</param>
    /// <param name="extra">For an inpainting model: mask and encoded rest of the picture; else empty.</param>
    /// <param name="skips">False when no step is left out.</param>
    public LatentStart(float[] clean, float[]? mask, float[] extra, bool skips)
    {
        (_clean, _mask, Extra, _skips) = (clean, mask, extra, skips);
        _noise = new float[clean.Length];
    }

    /// <value>See <see cref="DenoiserInput.Extra"/>.</value>
    public float[] Extra { get; }

    /// <value>Some of the picture stays.</value>
    public bool Masked => _mask is not null;

    /// <summary>x = α·x0 + σ·ε at the level where the way begins. With a mask and all steps: noise alone, since what stays is put back anyway.</summary>
    /// <param name="sample">ε, which becomes x.</param>
    /// <param name="first">Index into the grid at which the way begins.</param>
    public void Begin(Span<float> sample, StepGrid grid, int first)
    {
        sample.CopyTo(_noise);
        if (_mask is not null && !_skips)
        {
            Latents.Scale(grid.InitialScale, sample, sample);
        }
        else
        {
            Latents.Combine(grid.Levels[first].Alpha, _clean, grid.Levels[first].Sigma, _noise, sample);
        }
    }

    /// <summary>After a step: x = m·x + (1 − m)·(α·x0 + σ·ε), Lugmayr et al. 2022, "RePaint", arXiv:2201.09865, equation 8; after the last step x0 itself.</summary>
    public void Keep(Span<float> sample, StepGrid grid, int step)
    {
        if (_mask is null || Extra.Length > 0)
        {
            return;
        }

        var level = step + 1 == grid.Steps ? NoiseLevel.Preserving(1) : grid.Levels[step + 1];
        var (alpha, sigma) = ((float)level.Alpha, (float)level.Sigma);
        for (var i = 0; i < sample.Length; i++)
        {
            var paint = _mask[i % _mask.Length];
            sample[i] = (paint * sample[i]) + ((1 - paint) * ((alpha * _clean[i]) + (sigma * _noise[i])));
        }
    }
}
