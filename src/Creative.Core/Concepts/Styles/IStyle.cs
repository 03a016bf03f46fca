using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles;

/// <summary>A design system: how it colours, builds its background, sets its type and stages its hero.</summary>
public interface IStyle
{
    /// <summary>Lower-case English, such as "festive".</summary>
    string Id { get; }

    string NameEn { get; }

    string NameZh { get; }

    string Description { get; }

    /// <summary>Words of a mood, Chinese and English, that ask for it.</summary>
    ImmutableArray<string> MoodWords { get; }

    /// <param name="brand">Whose colours.</param>
    /// <param name="tone">Dark or light ground: a second variant of one style looks different at once.</param>
    Palette Derive(Brand brand, Tone tone);

    /// <summary>What lies behind everything, back to front; the first node covers the canvas.</summary>
    IEnumerable<SceneNode> Background(StyleCanvas c);

    /// <summary>What the main element stands on or floats before.</summary>
    IEnumerable<SceneNode> Stage(StyleCanvas c, Box main);

    StagingStyle Staging { get; }

    /// <summary>Inks in the order of preference; the first with enough contrast is used.</summary>
    TextTreatment Treat(LayoutRole role, Palette p);

    /// <summary>What is drawn under a text on a button ("call to action") or pill ("benefit").</summary>
    IEnumerable<SceneNode> Plate(LayoutRole role, Box box, double cornerRadius, Palette p);
}

public enum Tone
{
    Rich,
    Light,
}

/// <summary>Where a style draws.</summary>
/// <param name="Focus">Centre of what the eye should go to: the hero, or the text when there is none.</param>
/// <param name="FocusRadius">Half the size of the hero in pixels.</param>
/// <param name="Keep">Boxes of text and logo: decoration stays out of them.</param>
/// <param name="Seed">Of everything random.</param>
public sealed record StyleCanvas(
    CanvasSize Size, Palette Palette, (double X, double Y) Focus, double FocusRadius, ImmutableArray<Box> Keep, ulong Seed)
{
    public double Diagonal => Math.Sqrt(((double)Size.Width * Size.Width) + ((double)Size.Height * Size.Height));

    public bool IsFree(Box box) => !Keep.Any(k => k.Overlaps(box));
}

/// <summary>How satellites are spread around the main element.</summary>
/// <param name="Satellites">How many at most.</param>
/// <param name="Spread">Radius of the ring they stand on, relative to the main element.</param>
/// <param name="Tilt">Largest turn in degrees.</param>
/// <param name="Scale">Of the main element that fills its box.</param>
/// <param name="GroundWidth">Width of what it stands on, relative to the main element's width.</param>
/// <param name="GroundDepth">How far that reaches below the main element, relative to the main element's width.</param>
public sealed record StagingStyle(int Satellites, double Spread, double Tilt, double Scale, double GroundWidth, double GroundDepth);

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
