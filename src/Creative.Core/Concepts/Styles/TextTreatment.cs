using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Concepts.Styles;

/// <summary>A fill that runs from top to bottom of the text.</summary>
public readonly record struct Ink(Colour Top, Colour Bottom)
{
    public static implicit operator Ink(Colour colour) => new(colour, colour);
}

/// <summary>How a text role is coloured.</summary>
/// <param name="Inks">In the order of preference.</param>
public sealed record TextTreatment(ImmutableArray<Ink> Inks)
{
    /// <value>Fill of emphasised numbers, in the order of preference; empty: as the rest.</value>
    public ImmutableArray<Ink> NumberInks { get; init; } = [];

    /// <value>Width of a line around the letters, in em; 0: none.</value>
    public double StrokeWidth { get; init; }

    public Colour StrokeColour { get; init; }

    /// <value>Depth of a solid shadow below the letters, in em; 0: none.</value>
    public double Extrusion { get; init; }

    public Colour ExtrusionColour { get; init; }
}
