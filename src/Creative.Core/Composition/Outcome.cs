using System.Collections.Immutable;
using Creative.Core.Concepts;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Placements;
using Creative.Core.Scoring;

namespace Creative.Core.Composition;

/// <summary>How to paint. Null members: the model's own defaults.</summary>
public sealed record PaintSettings(int? Steps = null, double? Guidance = null, string? Scheduler = null, int Candidates = 2, bool FewSteps = false);

/// <summary>The painted elements of one concept. Dispose it when its last size is composed.</summary>
public sealed class ConceptArt(ImmutableArray<PaintedElement> elements) : IDisposable
{
    /// <value>In the order of <see cref="Concept.Elements"/>.</value>
    public ImmutableArray<PaintedElement> Elements { get; } = elements;

    public void Dispose()
    {
        foreach (var element in Elements)
        {
            element.Enlargement?.Dispose();
            element.Image.Dispose();
        }
    }
}

/// <summary>The best of the candidates of one element.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="Request">With which the chosen one was painted.</param>
/// <param name="Candidates">How many there were.</param>
/// <param name="Score">Of the chosen one, 0 to 1.</param>
/// <param name="Image">Premultiplied RGBA.</param>
public sealed record PaintedElement(ElementPlan Plan, PaintRequest Request, int Candidates, double Score, PixelImage Image)
{
    /// <value>Why it was chosen; null when nobody scored it.</value>
    public ElementScore? Scored { get; init; }

    /// <value>Null when there is no upscaler.</value>
    internal Enlargement? Enlargement { get; init; }

    /// <summary>
    /// The pixels to draw it from, <paramref name="width"/> canvas pixels wide: its own as long as they suffice, else the
    /// enlarged ones. Decided for each use, so that a size looks the same whichever others are wanted beside it.
    /// </summary>
    internal PixelImage For(double width, CancellationToken cancellation) =>
        width > Image.Size.Width && Enlargement is { Applies: true } larger ? larger.Get(cancellation) : Image;

    /// <summary>Whether these are its pixels, in one form or the other.</summary>
    internal bool Drew(PixelImage image) => ReferenceEquals(image, Image) || Enlargement?.Made(image) == true;
}

/// <summary>Progress of <see cref="CreativeComposer.Paint"/>.</summary>
/// <param name="Step">Denoising step over all batches, 1 to <paramref name="Steps"/>.</param>
/// <param name="Prompt">What is being painted.</param>
/// <param name="Preview">Decodes the current estimate; only valid during the callback.</param>
public sealed record PaintStep(int Step, int Steps, string Prompt, Func<PixelImage> Preview);

/// <summary>What came of one placement: a file, or a refusal by name.</summary>
public abstract record Outcome(Placement Placement, int Variant);

/// <summary>No file, since a hard rule could not be met.</summary>
/// <param name="Rule">Such as "file_size" or "min_glyph".</param>
/// <param name="Reason">What was asked, what was reached, what to change.</param>
public sealed record Refused(Placement Placement, int Variant, string Rule, string Reason) : Outcome(Placement, Variant);

/// <summary>A file that passed every hard check.</summary>
/// <param name="AssetId">26 characters, derived from everything that made it.</param>
/// <param name="Sha256">Of the file, lower-case hexadecimal.</param>
public sealed record Delivered(
    Placement Placement,
    int Variant,
    string AssetId,
    EncodedImage File,
    string Sha256,
    AssetReport Report,
    AssetProvenance Provenance) : Outcome(Placement, Variant);

/// <summary>One rule applied to one part of the picture.</summary>
/// <param name="Rule">Such as "contrast".</param>
/// <param name="Subject">Role, or empty for the whole picture.</param>
/// <param name="Hard">True when a failure stops delivery.</param>
/// <param name="Unit">Of measured and limit.</param>
public sealed record Check(string Rule, string Subject, bool Passed, bool Hard, double Measured, double Limit, string Unit, string Detail = "");

public sealed record AssetReport(ImmutableArray<Check> Checks, int Quality, ImmutableArray<string> DroppedRoles, ImmutableArray<string> Reasons);

/// <summary>All that is needed to make the same bytes again, together with the brief and the brand's version.</summary>
public sealed record AssetProvenance(
    string BrandVersion,
    ImmutableArray<ModelIdentity> Models,
    ImmutableArray<PaintedElementUse> Elements,
    string Style,
    LayoutChoice Choice,
    ImmutableSortedDictionary<LayoutRole, Box> Layout,
    string LayoutRulesVersion,
    string ComplianceRulesVersion,
    string PlacementsVersion,
    string SoftwareVersion,
    string AigcJson,
    Palette Palette);

/// <summary>How a layout was chosen.</summary>
/// <param name="Composition">Way of composing.</param>
/// <param name="Seed">Of the proposals it came from.</param>
/// <param name="Considered">How many proposals could be repaired to satisfy every rule.</param>
/// <param name="Score">Of the chosen one.</param>
public sealed record LayoutChoice(CompositionFamily Composition, ulong Seed, int Considered, double Score);

/// <summary>Without pixels: how one element was painted, and how large it is drawn.</summary>
/// <param name="ElementClass">What it is, such as "gift box".</param>
/// <param name="Candidates">How many it was chosen from.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="PaintedWidth">Pixels.</param>
/// <param name="DrawnWidth">Canvas pixels, its largest use; 0: it is not in this picture.</param>
/// <param name="EnlargedBy">Id of the upscaler that took part; empty: none.</param>
public sealed record PaintedElementUse(
    string ElementClass, PaintRequest Request, int Candidates, double Score, int PaintedWidth, double DrawnWidth, string EnlargedBy)
{
    /// <value>Why it was chosen, and by which version of the scorer; null when nobody scored it.</value>
    public ElementScore? Scored { get; init; }
}
