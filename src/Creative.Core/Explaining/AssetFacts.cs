using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Composition;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Placements;

namespace Creative.Core.Explaining;

/// <summary>What is known about a finished asset: its record, its brief and the brand it was made for.</summary>
public sealed record AssetFacts
{
    public required Brief Brief { get; init; }

    public required BrandFacts Brand { get; init; }

    public required Placement Placement { get; init; }

    public required int Variant { get; init; }

    public required FileFacts File { get; init; }

    public required string Style { get; init; }

    /// <value>By role.</value>
    public required ImmutableSortedDictionary<string, Colour> Palette { get; init; }

    /// <value>Name of a <c>CompositionFamily</c>.</value>
    public required string Composition { get; init; }

    /// <value>0: not recorded.</value>
    public required int LayoutsConsidered { get; init; }

    public required double LayoutScore { get; init; }

    /// <value>Main element first.</value>
    public required ImmutableArray<ElementFacts> Elements { get; init; }

    public required ImmutableArray<Check> Checks { get; init; }

    /// <value>Roles in the order in which they were left out.</value>
    public required ImmutableArray<string> Dropped { get; init; }

    public required ImmutableArray<ModelIdentity> Models { get; init; }

    public required VersionFacts Versions { get; init; }
}

/// <summary>The brand in the version that was used.</summary>
/// <param name="Styles">In order of preference; empty: all.</param>
public sealed record BrandFacts(
    string Id,
    string Version,
    string Name,
    ImmutableArray<string> Styles,
    ImmutableArray<GlossaryEntry> Glossary,
    ImmutableSortedDictionary<string, Colour> Colours);

/// <param name="Bytes">Of the file.</param>
/// <param name="Quality">1 to 100; 0: lossless.</param>
public sealed record FileFacts(ImageFormat Format, long Bytes, int Quality);

/// <param name="ElementClass">Empty for an asset made before it was recorded.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="PaintedWidth">Pixels; 0: not recorded.</param>
/// <param name="DrawnWidth">Canvas pixels.</param>
/// <param name="EnlargedBy">Id of the upscaler; empty: none.</param>
public sealed record ElementFacts(string ElementClass, int Candidates, double Score, int PaintedWidth, double DrawnWidth, string EnlargedBy)
{
    /// <value>Version of the learned scorer that chose it; empty: the score was measured, not learned.</value>
    public string ScorerVersion { get; init; } = "";

    /// <value>Standard deviation of the score; 0 for a measured one.</value>
    public double ScoreDeviation { get; init; }

    /// <value>Share of each dimension, or of each measured figure, in the score, by name; empty: not recorded.</value>
    public ImmutableSortedDictionary<string, double> ScoreShares { get; init; } = ImmutableSortedDictionary<string, double>.Empty;
}

public sealed record VersionFacts(string LayoutRules, string CopyRules, string Placements, string Software);
