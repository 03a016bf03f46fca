using System.Text.Json.Serialization;

namespace Creative.Bench.Sizes;

/// <summary>What every peer is asked to draw: the same words, pictures and fonts at the same places.</summary>
/// <param name="Cutout">PNG with alpha, painted once for all sizes.</param>
/// <param name="Logo">SVG.</param>
/// <param name="Quality">Of the JPEG.</param>
/// <param name="Chromium">Path of the browser; null when there is none.</param>
internal sealed record BannerJob(
    string Cutout,
    string Logo,
    int Quality,
    string? Chromium,
    IReadOnlyList<FontSource> Fonts,
    IReadOnlyList<Banner> Banners);

internal sealed record FontSource(string Family, int Weight, string File);

/// <summary>One size, in pixels from the top left corner.</summary>
/// <param name="Picture">Where our own rendering of it is kept.</param>
internal sealed record Banner(
    string Placement,
    int Width,
    int Height,
    string Picture,
    GradientBox Background,
    PlainBox Hero,
    PlainBox Mark,
    IReadOnlyList<TextBlock> Texts,
    ButtonBox Button);

/// <param name="Angle">Degrees as in CSS: 180 is downwards.</param>
internal sealed record GradientBox(double Angle, string From, string To);

internal sealed record PlainBox(double X, double Y, double Width, double Height);

internal sealed record ButtonBox(double X, double Y, double Width, double Height, double Radius, string Fill, TextBlock Label);

internal sealed record TextBlock(string Role, string Family, int Weight, double Size, double LineHeight, string Colour, IReadOnlyList<TextLine> Lines);

/// <param name="X">Start of the line.</param>
/// <param name="Y">Its baseline.</param>
internal sealed record TextLine(string Content, double X, double Y, double Width);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BannerJob))]
[JsonSerializable(typeof(SizesReport))]
internal sealed partial class SizesJson : JsonSerializerContext;
