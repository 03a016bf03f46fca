using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Creative.Core.Datasets.Material;

namespace Creative.Core.Datasets.Export.Files;

/// <summary>Writes the members of records, those that <see cref="RecordFields"/> lists. Their names are made into JSON once and not for each image.</summary>
internal sealed class RecordWriter(ImmutableArray<string> dimensions)
{
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText ItemId = JsonEncodedText.Encode("item_id");
    private static readonly JsonEncodedText AssetId = JsonEncodedText.Encode("asset_id");
    private static readonly JsonEncodedText Sha256 = JsonEncodedText.Encode("sha256");
    private static readonly JsonEncodedText Prompt = JsonEncodedText.Encode("prompt");
    private static readonly JsonEncodedText Seed = JsonEncodedText.Encode("seed");
    private static readonly JsonEncodedText ModelId = JsonEncodedText.Encode("model_id");
    private static readonly JsonEncodedText ModelVersion = JsonEncodedText.Encode("model_version");
    private static readonly JsonEncodedText ElementClass = JsonEncodedText.Encode("element_class");
    private static readonly JsonEncodedText Family = JsonEncodedText.Encode("family");
    private static readonly JsonEncodedText Width = JsonEncodedText.Encode("width");
    private static readonly JsonEncodedText Height = JsonEncodedText.Encode("height");
    private static readonly JsonEncodedText Usable = JsonEncodedText.Encode("usable");
    private static readonly JsonEncodedText UsableChance = JsonEncodedText.Encode("usable_p");
    private static readonly JsonEncodedText Weight = JsonEncodedText.Encode("sample_weight");
    private static readonly JsonEncodedText Raters = JsonEncodedText.Encode("n_raters");

    private readonly ImmutableArray<(string Dimension, JsonEncodedText Value, JsonEncodedText Error, JsonEncodedText Count)> _scores =
    [
        .. dimensions.Select(dimension => (
            dimension, JsonEncodedText.Encode($"score_{dimension}"), JsonEncodedText.Encode($"score_{dimension}_se"), JsonEncodedText.Encode($"score_{dimension}_n"))),
    ];

    public void Write(Utf8JsonWriter json, DatasetRow row)
    {
        var (item, source) = (row.Item, row.Item.Source);
        json.WriteString(Text, row.Caption);
        json.WriteString(ItemId, item.Id);
        json.WriteString(AssetId, source.AssetId);
        json.WriteString(Sha256, item.Sha256);
        json.WriteString(Prompt, source.Prompt);
        json.WriteString(Seed, source.Seed.ToString(CultureInfo.InvariantCulture));
        json.WriteString(ModelId, source.ModelId);
        json.WriteString(ModelVersion, source.ModelVersion);
        json.WriteString(ElementClass, source.ElementClass);
        json.WriteString(Family, source.Family);
        json.WriteNumber(Width, item.Width);
        json.WriteNumber(Height, item.Height);
        json.WriteBoolean(Usable, row.Usable);
        json.WriteFloat(UsableChance, row.UsableChance);
        json.WriteFloat(Weight, row.Weight);
        json.WriteNumber(Raters, row.Raters);
        foreach (var (dimension, value, error, count) in _scores)
        {
            var score = row.Scores.GetValueOrDefault(dimension);
            json.WriteFloat(value, score?.Value ?? 0);
            json.WriteFloat(error, score?.Error ?? 0);
            json.WriteNumber(count, score?.Count ?? 0);
        }
    }
}
