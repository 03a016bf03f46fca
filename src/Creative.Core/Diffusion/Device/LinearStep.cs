using System.Collections.Immutable;
using Creative.Core.Diffusion.Noise;

namespace Creative.Core.Diffusion.Device;

/// <summary>
/// A step of a sampler as a matrix. What it works on are signals, each as long as the sample: those that it hands on (the sample
/// first), the denoiser's output, and the noises that it draws. What it hands on, and its clean estimate, are weighted sums of them.
/// </summary>
/// <param name="Signals">How many are handed on.</param>
/// <param name="Draws">The noises that it draws: parts of the image's Brownian path, or null for the next numbers.</param>
/// <param name="Next">Signals × (signals + 1 + draws) weights, row by row.</param>
/// <param name="Clean">Signals + 1 + draws weights.</param>
public sealed record LinearStep(int Signals, ImmutableArray<BrownianSpan?> Draws, ImmutableArray<float> Next, ImmutableArray<float> Clean)
{
    private int Width => Signals + 1 + Draws.Length;

    /// <summary>Weights of what is handed on, for a denoiser that was run with and without the prompt when guided.</summary>
    /// <param name="guidance">Null for one output; else two, first without the prompt, for output = (1 − guidance)·u + guidance·c.</param>
    public float[] NextWeights(double? guidance) => Expand(Next.AsSpan(), guidance);

    /// <summary>Likewise of the clean estimate: one row.</summary>
    public float[] CleanWeights(double? guidance) => Expand(Clean.AsSpan(), guidance);

    private float[] Expand(ReadOnlySpan<float> rows, double? guidance)
    {
        if (guidance is not { } scale)
        {
            return rows.ToArray();
        }

        var wide = new float[rows.Length / Width * (Width + 1)];
        for (var (from, to) = (0, 0); from < rows.Length; (from, to) = (from + Width, to + Width + 1))
        {
            rows.Slice(from, Signals).CopyTo(wide.AsSpan(to));
            wide[to + Signals] = (float)((1 - scale) * rows[from + Signals]);
            wide[to + Signals + 1] = (float)(scale * rows[from + Signals]);
            rows.Slice(from + Signals + 1, Draws.Length).CopyTo(wide.AsSpan(to + Signals + 2));
        }

        return wide;
    }
}
