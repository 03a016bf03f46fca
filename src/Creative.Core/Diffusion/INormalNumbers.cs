namespace Creative.Core.Diffusion;

/// <summary>Where noise comes from.</summary>
public interface INormalNumbers
{
    /// <summary>Fills with the next normal numbers, mean 0 and variance 1.</summary>
    void Normal(Span<float> values);
}
