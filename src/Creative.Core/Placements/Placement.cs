using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Placements;

/// <summary>A named slot that a picture is made for.</summary>
/// <param name="Id">Catalogue id, or "WIDTHxHEIGHT".</param>
/// <param name="Size">Pixels.</param>
/// <param name="SafeArea">Margins that text, logo and button stay out of.</param>
/// <param name="MaxBytes">File-size cap; null: none.</param>
/// <param name="Formats">In order of preference, at least one.</param>
public sealed record Placement(string Id, CanvasSize Size, Insets SafeArea, long? MaxBytes, ImmutableArray<ImageFormat> Formats)
{
    public string Platform { get; init; } = "";

    public string Name { get; init; } = "";

    /// <value>False where the AI label cannot be drawn at a legible size beside the copy.</value>
    public bool AiLabelFits { get; init; } = true;

    public string Source { get; init; } = "";

    /// <value>"verified" or "assumed".</value>
    public string Confidence { get; init; } = "assumed";

    /// <value>Of the cap: "verified", "assumed", or "none" when there is no cap.</value>
    public string CapConfidence { get; init; } = "none";

    /// <value>When the figures were written down from their source; null for a size of one's own.</value>
    public DateOnly? SourceDate { get; init; }

    /// <value>Plain words: how the platform's rule became these figures.</value>
    public string Note { get; init; } = "";

    public RatioFamily Family => RatioFamilies.Of(Size);
}
