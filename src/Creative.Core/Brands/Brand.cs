using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Brands;

/// <summary>A versioned kit: what a brand looks and sounds like. Valid by construction when it comes from <c>BrandValidator</c>.</summary>
public sealed record Brand
{
    /// <value>1 to 40 characters of [a-z0-9-].</value>
    public required string Id { get; init; }

    /// <value>Derived from the content: 12 hexadecimal digits of its SHA-256.</value>
    public required string Version { get; init; }

    public required string Name { get; init; }

    /// <value>"CN", "US", "EU" …: decides whether rising is red or green.</value>
    public required string Market { get; init; }

    /// <value>BCP 47, such as "zh-CN".</value>
    public required string Locale { get; init; }

    public required ImmutableArray<BrandLogo> Logos { get; init; }

    /// <value>By role: at least "primary", "secondary", "accent".</value>
    public required ImmutableSortedDictionary<string, BrandColour> Colours { get; init; }

    /// <value>By role: at least "display" and "text"; "number" falls back to "display".</value>
    public required ImmutableSortedDictionary<string, FontFace> Fonts { get; init; }

    public string Tone { get; init; } = "";

    public ImmutableArray<GlossaryEntry> Glossary { get; init; } = [];

    /// <value>"cn-finance" or "general".</value>
    public string ComplianceProfile { get; init; } = "general";

    /// <value>Style ids in order of preference; empty: all.</value>
    public ImmutableArray<string> Styles { get; init; } = [];

    /// <value>By product type.</value>
    public ImmutableSortedDictionary<string, string> Disclaimers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <value>Of a button's height, 0 to 0.5.</value>
    public double CornerRadius { get; init; } = 0.5;

    /// <value>One of <c>ButtonStyles.All</c>.</value>
    public string ButtonStyle { get; init; } = ButtonStyles.Styled;

    /// <value>Words that its copy never uses, none twice.</value>
    public ImmutableArray<string> ForbiddenWords { get; init; } = [];

    public ImageryStyle Imagery { get; init; } = ImageryStyle.AsTheStyle;
}

/// <summary>How painted elements look. Words of the elements model; empty: as the style wants.</summary>
/// <param name="Material">Such as "matte".</param>
/// <param name="Light">Such as "warm light".</param>
public sealed record ImageryStyle(string Material, string Light)
{
    public static ImageryStyle AsTheStyle { get; } = new("", "");
}

/// <summary>How a brand's buttons are drawn.</summary>
public static class ButtonStyles
{
    /// <summary>As the picture's style draws them.</summary>
    public const string Styled = "styled";

    /// <summary>One fill, without shine and edge.</summary>
    public const string Flat = "flat";

    /// <summary>A line around the words.</summary>
    public const string Outline = "outline";

    public static ImmutableArray<string> All { get; } = [Styled, Flat, Outline];
}

/// <summary>One variant of the logo: "full", "mark", "mono_light" (for dark grounds) or "mono_dark".</summary>
/// <param name="Variant">See above.</param>
/// <param name="Svg">Checked drawing.</param>
/// <param name="ClearSpace">Free space on every side, as a share of the drawn height.</param>
/// <param name="MinHeight">Pixels.</param>
public sealed record BrandLogo(string Variant, SafeSvg Svg, double ClearSpace, double MinHeight);

/// <param name="Value">The colour itself.</param>
/// <param name="Tolerance">Largest distance in OKLab at which a drawn colour still counts as this one.</param>
public sealed record BrandColour(Colour Value, double Tolerance);

/// <summary>A house word that is a product and not the thing it is named after.</summary>
public sealed record GlossaryEntry(string Term, string Meaning, string Element, string Never);
