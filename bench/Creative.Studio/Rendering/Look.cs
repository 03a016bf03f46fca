namespace Creative.Studio.Rendering;

/// <summary>Red, green and blue as the renderer computes with them; 1 is full.</summary>
public readonly record struct Rgb(float R, float G, float B)
{
    public static Rgb operator *(Rgb a, float by) => new(a.R * by, a.G * by, a.B * by);
}

/// <param name="Colour">Base colour, each channel 0 to 1.</param>
/// <param name="Metal">0 (plastic) to 1 (metal).</param>
/// <param name="Roughness">0 (mirror) to 1.</param>
public readonly record struct Material(Rgb Colour, float Metal, float Roughness);

/// <summary>Lights and materials that a geometry is shaded with.</summary>
/// <param name="Materials">One for each <see cref="MaterialRow"/>, in its order.</param>
public sealed record Look(Rgb Key, Rgb Rim, Rgb Sky, float KeyStrength, IReadOnlyList<Material> Materials);
