using System.Collections.Immutable;

namespace Creative.Core.Brands;

/// <summary>A brand as it came in: nothing is checked. Member by member the message creative.v1.Brand, without its version.</summary>
public sealed record BrandDraft
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Market { get; init; }

    public string? Locale { get; init; }

    public IReadOnlyList<LogoDraft> Logos { get; init; } = [];

    public IReadOnlyList<ColourDraft> Colours { get; init; } = [];

    public IReadOnlyList<FontDraft> Fonts { get; init; } = [];

    public string? Tone { get; init; }

    public IReadOnlyList<GlossaryDraft> Glossary { get; init; } = [];

    public string? ComplianceProfile { get; init; }

    public IReadOnlyList<string> Styles { get; init; } = [];

    public IReadOnlyDictionary<string, string> Disclaimers { get; init; } = ImmutableDictionary<string, string>.Empty;

    public double CornerRadius { get; init; }

    public string? ButtonStyle { get; init; }

    public IReadOnlyList<string> ForbiddenWords { get; init; } = [];

    public ImageryDraft? Imagery { get; init; }
}

public sealed record ImageryDraft(string? Material, string? Light);

/// <param name="Variant">"full", "mark", "mono_light" or "mono_dark".</param>
/// <param name="Svg">The file.</param>
/// <param name="ClearSpace">Share of the drawn height.</param>
/// <param name="MinHeight">Pixels.</param>
public sealed record LogoDraft(string? Variant, ReadOnlyMemory<byte> Svg, double ClearSpace, double MinHeight);

/// <param name="Hex">"#rrggbb".</param>
/// <param name="Tolerance">Distance in OKLab; 0 counts as 0.05.</param>
public sealed record ColourDraft(string? Role, string? Hex, double Tolerance);

public sealed record FontDraft(string? Role, string? Family, int Weight);

public sealed record GlossaryDraft(string? Term, string? Meaning, string? Element, string? Never);
