namespace Creative.Core.Diffusion;

/// <summary>The alpha that a decoder leaves where there should be none, and the alpha it reaches where the element is solid.</summary>
/// <param name="Floor">0 to 0.5.</param>
/// <param name="Ceiling">0.5 to 1.</param>
public readonly record struct AlphaRange(float Floor, float Ceiling)
{
    /// <summary>Of a decoder that leaves nothing to clean up.</summary>
    public static readonly AlphaRange Whole = new(0, 1);
}
