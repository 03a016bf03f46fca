using Creative.Core.Diffusion.Sampling;

namespace Creative.Core.Diffusion.Noise;

/// <summary>A part of a Brownian path that a sampler asks for, forwards or backwards. Times as in <see cref="BrownianPath"/>.</summary>
/// <param name="Start">Where the path begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="From">Where the part begins.</param>
/// <param name="To">Where it ends, another time than where it begins.</param>
public readonly record struct BrownianSpan(double Start, double End, double From, double To)
{
    /// <summary>Normal numbers of variance 1: (W(to) − W(from))/√|to − from|.</summary>
    /// <param name="seed">Of the path.</param>
    /// <param name="values">Filled with as many as it holds.</param>
    public void Normal(ulong seed, Span<float> values)
    {
        new BrownianPath(seed, Start, End).Increment(Math.Min(From, To), Math.Max(From, To), values);
        Latents.Scale(Math.Sign(To - From) / Math.Sqrt(Math.Abs(To - From)), values, values);
    }
}
