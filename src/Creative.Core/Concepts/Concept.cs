using System.Collections.Immutable;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;

namespace Creative.Core.Concepts;

/// <summary>One variant's idea, shared by all sizes: style, palette and what is to be painted. Holds no pixels.</summary>
public sealed record Concept
{
    /// <value>From 0.</value>
    public required int Variant { get; init; }

    /// <value>Id of a style of the style table.</value>
    public required string Style { get; init; }

    public required Tone Tone { get; init; }

    public required Palette Palette { get; init; }

    /// <value>Main element first, then satellites.</value>
    public required ImmutableArray<ElementPlan> Elements { get; init; }

    /// <value>Of everything random in this concept; derived from the brief's seed and the variant.</value>
    public required ulong Seed { get; init; }

    /// <value>Plain words: why this style, palette and subject.</value>
    public required ImmutableArray<string> Reasons { get; init; }
}

/// <summary>Something to paint: what it is, and the prompt for it.</summary>
/// <param name="ElementClass">A class of the elements model, such as "gift box".</param>
/// <param name="Prompt">Complete prompt.</param>
/// <param name="Seed">Of the first candidate; candidate n has Seed + n.</param>
public sealed record ElementPlan(string ElementClass, string Prompt, ulong Seed);

/// <summary>Colours by role; see <c>Palettes</c> for how they are derived.</summary>
public sealed record Palette(ImmutableSortedDictionary<string, Colour> Colours)
{
    /// <value>The ground is bright: text on it is dark.</value>
    public bool IsLight => Contrast.Luminance(Colours["ground"]) > 0.4;

    public Colour this[string role] => Colours[role];
}
