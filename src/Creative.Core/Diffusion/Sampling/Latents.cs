using System.Numerics;

namespace Creative.Core.Diffusion.Sampling;

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

    /// <summary>target += a·x.</summary>
    public static void Add(double a, ReadOnlySpan<float> x, Span<float> target) => Combine(a, x, 1, target, target);

    /// <summary>target = a·x.</summary>
    public static void Scale(double a, ReadOnlySpan<float> x, Span<float> target)
    {
        var factor = (float)a;
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = x[i] * factor;
        }
    }
}
