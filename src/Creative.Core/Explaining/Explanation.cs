using System.Collections.Immutable;
using Creative.Core.Briefs;
using Creative.Core.Composition;
using Creative.Core.Imaging;

namespace Creative.Core.Explaining;

/// <summary>Why an asset looks the way it does: as data, and as one screen of plain words.</summary>
/// <param name="Language">"zh-CN" or "en".</param>
/// <param name="Tightest">The checks that came closest to their limits, the closest first.</param>
/// <param name="Sections">In reading order.</param>
public sealed record Explanation(
    string Language,
    ExplainedStyle Style,
    ImmutableArray<ExplainedColour> Palette,
    ImmutableArray<ExplainedElement> Elements,
    ImmutableArray<ExplainedCheck> Tightest,
    ImmutableArray<ExplainedSection> Sections);

/// <param name="Id">Such as "style".</param>
/// <param name="Title">In the language.</param>
/// <param name="Sentences">In the language.</param>
public sealed record ExplainedSection(string Id, string Title, ImmutableArray<string> Sentences);

/// <param name="Origin">Null: today's rules would choose another one.</param>
/// <param name="Words">Words of the mood that asked for it.</param>
public sealed record ExplainedStyle(string Style, StyleOrigin? Origin, ImmutableArray<string> Words);

/// <summary>A colour of the palette and the brand colour nearest to it.</summary>
/// <param name="Distance">Between the two, ΔE OKLab.</param>
public sealed record ExplainedColour(string Role, Colour Value, string BrandRole, Colour BrandValue, double Distance);

/// <param name="Origin">What led to it.</param>
/// <param name="Word">The word, product type or main element that did.</param>
/// <param name="Meaning">Of a house word; else empty.</param>
/// <param name="Never">What a house word must not be taken for; else empty.</param>
public sealed record ExplainedElement(ElementFacts Facts, ElementOrigin Origin, string Word, string Meaning, string Never);

/// <param name="Headroom">How far from its limit, as a share of the limit; 0: just passed.</param>
public sealed record ExplainedCheck(Check Check, double Headroom);
