using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Creative.Core.Imaging;

namespace Creative.Core.Placements;

/// <summary>placements.json as it is written; an unknown or missing member is an error.</summary>
internal sealed record PlacementFile(string Version, DateOnly Date, string About, ImmutableArray<PlacementRow> Placements);

/// <summary>One row. <paramref name="Safe"/>: top, right, bottom, left in pixels.</summary>
internal sealed record PlacementRow(
    string Id,
    string Platform,
    string Name,
    int Width,
    int Height,
    int? MaxKb,
    ImmutableArray<string> Formats,
    ImmutableArray<double> Safe,
    bool AiLabelFits,
    string Confidence,
    string CapConfidence,
    string Source,
    DateOnly Date,
    string Note = "")
{
    private const long BytesPerKb = 1000;

    public Placement ToPlacement() => new(
        Id,
        new CanvasSize(Width, Height),
        new Insets(Safe[0], Safe[1], Safe[2], Safe[3]),
        MaxKb * BytesPerKb,
        [.. Formats.Select(Format)])
    {
        Platform = Platform,
        Name = Name,
        AiLabelFits = AiLabelFits,
        Source = Source,
        Confidence = Confidence,
        CapConfidence = CapConfidence,
        SourceDate = Date,
        Note = Note,
    };

    private ImageFormat Format(string name) => name switch
    {
        "jpg" => ImageFormat.Jpeg,
        "png" => ImageFormat.Png,
        "webp" => ImageFormat.WebP,
        "avif" => ImageFormat.Avif,
        _ => throw new InvalidOperationException($"placements.json: '{Id}' has an unknown format '{name}'."),
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PlacementFile))]
internal sealed partial class PlacementJson : JsonSerializerContext;
