using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Typography;

namespace Creative.Core.Layouts;

/// <summary>What has to be placed on one canvas.</summary>
/// <param name="Canvas">Pixels.</param>
/// <param name="Safe">Margins of the placement.</param>
/// <param name="Texts">Text roles that are there, the AI label included.</param>
/// <param name="Logos">Largest first: the full logo, then the mark.</param>
/// <param name="HasHero">False: no image is placed.</param>
public sealed record LayoutContent(
    CanvasSize Canvas,
    Insets Safe,
    ImmutableSortedDictionary<LayoutRole, TextContent> Texts,
    ImmutableArray<LogoContent> Logos,
    bool HasHero);

/// <summary>A text and how large it may be.</summary>
/// <param name="Settings">Fewest lines first.</param>
/// <param name="MinSize">Smallest font size in pixels that keeps the glyph rule.</param>
/// <param name="Ratio">Font size it should have, relative to the headline's.</param>
/// <param name="Padding">Space around the ink when it stands on a button or pill, in em: horizontal and vertical.</param>
/// <param name="Required">False: may be left out when there is no room.</param>
public sealed record TextContent(
    ImmutableArray<TextSetting> Settings, double MinSize, double Ratio, (double X, double Y) Padding, bool Required)
{
    /// <value>In columns, for a canvas much higher than wide; null where that would not read well.</value>
    public TextSetting? Vertical { get; init; }
}

/// <summary>A variant of the logo.</summary>
/// <param name="Variant">Such as "full".</param>
/// <param name="Aspect">Width over height.</param>
/// <param name="ClearSpace">As a share of its height.</param>
/// <param name="MinHeight">Pixels.</param>
public sealed record LogoContent(string Variant, double Aspect, double ClearSpace, double MinHeight);

/// <summary>Where a text goes and how it is set there.</summary>
/// <param name="Box">Ink box, padding included.</param>
/// <param name="Size">Font size in pixels.</param>
/// <param name="Setting">Its lines.</param>
/// <param name="Align">0 left, 0.5 centred, 1 right: of the lines within the box.</param>
public sealed record PlacedText(Box Box, double Size, TextSetting Setting, double Align)
{
    /// <summary>The box without the padding of a button or pill: where the letters are.</summary>
    public Box Ink(TextContent content) =>
        Box.Shrink(new Insets(content.Padding.Y * Size, content.Padding.X * Size, content.Padding.Y * Size, content.Padding.X * Size));
}

/// <summary>A layout that satisfies every hard rule.</summary>
/// <param name="Boxes">By role, in pixels.</param>
/// <param name="Texts">By text role.</param>
/// <param name="Logo">The variant that was placed.</param>
/// <param name="Dropped">Optional roles that were left out, in order.</param>
public sealed record RepairedLayout(
    CanvasSize Canvas,
    CompositionFamily Composition,
    ImmutableSortedDictionary<LayoutRole, Box> Boxes,
    ImmutableSortedDictionary<LayoutRole, PlacedText> Texts,
    LogoContent? Logo,
    ImmutableArray<LayoutRole> Dropped);

/// <summary>Why no layout satisfies the rules.</summary>
/// <param name="Rule">Such as "min_glyph".</param>
public sealed record LayoutRefusal(string Rule, string Reason);
