using System.Numerics;

namespace Creative.Core.Diffusion.Sampling;

/// <summary>Turns the denoiser's output into a clean sample and the noise in it. All spans have the length of the sample.</summary>
public static class Prediction
{
    /// <summary>
    /// With a = α/√(α²+σ²), s = σ/√(α²+σ²) and u = sample/√(α²+σ²):
    /// ε: x0 = (u − s·output)/a, ε = output;  v: x0 = a·u − s·output, ε = s·u + a·output;  x0: ε = (u − a·output)/s.
    /// </summary>
    /// <param name="sample">x at <paramref name="level"/>.</param>
    /// <param name="clean">Receives x0.</param>
    /// <param name="noise">Receives ε.</param>
    public static void Split(
        PredictionType type,
        NoiseLevel level,
        ReadOnlySpan<float> sample,
        ReadOnlySpan<float> output,
        Span<float> clean,
        Span<float> noise)
    {
        var scale = level.InputScale;
        var (a, s) = (level.Alpha * scale, level.Sigma * scale);
        switch (type)
        {
            case PredictionType.Epsilon:
                Latents.Combine(scale / a, sample, -s / a, output, clean);
                output.CopyTo(noise);
                break;
            case PredictionType.Velocity:
                Latents.Combine(a * scale, sample, -s, output, clean);
                Latents.Combine(s * scale, sample, a, output, noise);
                break;
            case PredictionType.Sample:
                output.CopyTo(clean);
                Latents.Combine(scale / s, sample, -a / s, output, noise);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown prediction type.");
        }
    }
}

/// <summary>Arithmetic over latents, element by element; a target may be one of the sources.</summary>
internal static class Latents
{
    /// <summary>target = a·x + b·y.</summary>
    public static void Combine(double a, ReadOnlySpan<float> x, double b, ReadOnlySpan<float> y, Span<float> target)
    {
        var (fa, fb) = ((float)a, (float)b);
        var i = 0;
        for (; i <= target.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            ((new Vector<float>(x[i..]) * fa) + (new Vector<float>(y[i..]) * fb)).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] = (x[i] * fa) + (y[i] * fb);
        }
    }

    /// <summary>target = a·x.</summary>
    public static void Scale(double a, ReadOnlySpan<float> x, Span<float> target)
    {
        var factor = (float)a;
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = x[i] * factor;
        }
    }

    public static void Clamp(Span<float> values, float range)
    {
        foreach (ref var value in values)
        {
            value = Math.Clamp(value, -range, range);
        }
    }
}
