using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Creative.Core.Labeling;

/// <summary>dimensions.json as it is written; an unknown or missing member is an error.</summary>
internal sealed record DimensionFile(string Version, ImmutableArray<DimensionRow> Dimensions);

internal sealed record DimensionRow(
    string Id,
    ImmutableSortedDictionary<string, string> Name,
    ImmutableSortedDictionary<string, string> Question,
    int Min,
    int Max,
    ImmutableArray<AnchorRow> Anchors,
    ImmutableArray<string> ItemKinds,
    ImmutableArray<MarkKindRow> MarkKinds)
{
    public Dimension ToDimension() => new(
        Id,
        new LocalText(Name),
        new LocalText(Question),
        Min,
        Max,
        [.. Anchors.Select(anchor => new Anchor(anchor.Score, new LocalText(anchor.Meaning)))],
        ItemKinds,
        [.. MarkKinds.Select(kind => new MarkKind(kind.Id, new LocalText(kind.Name)))]);
}

internal sealed record AnchorRow(int Score, ImmutableSortedDictionary<string, string> Meaning);

internal sealed record MarkKindRow(string Id, ImmutableSortedDictionary<string, string> Name);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DimensionFile))]
internal sealed partial class DimensionJson : JsonSerializerContext;
