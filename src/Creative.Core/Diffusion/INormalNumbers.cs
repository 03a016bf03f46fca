using Creative.Core.Diffusion.Noise;

namespace Creative.Core.Diffusion;

/// <summary>Where noise comes from.</summary>
public interface INormalNumbers
{
    /// <summary>Fills with the next normal numbers, mean 0 and variance 1.</summary>
    void Normal(Span<float> values);

    /// <summary>Fills with the normal numbers of a part of a Brownian path, the same whenever they are asked for.</summary>
    void Normal(BrownianSpan span, Span<float> values);
}
