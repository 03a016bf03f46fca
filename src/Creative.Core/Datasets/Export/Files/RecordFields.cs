using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Creative.Core.Datasets.Material;

namespace Creative.Core.Datasets.Export.Files;

/// <summary>
/// The fields of an image's record. Every record of a dataset has all of them with the same types, since loaders take the types
/// from the first ones they see: a score that nobody gave is 0.0, outside the scale, with a count of 0; a floating-point number
/// always has a decimal point; a seed is text, since it may be larger than a signed 64-bit number.
/// </summary>
internal static class RecordFields
{
    private const string Text = "sc:Text";
    private const string Float = "sc:Float";
    private const string Integer = "sc:Integer";

    public static ImmutableArray<ExportField> Of(DatasetCard card) =>
    [
        new ExportField("text", Text),
        new ExportField("item_id", Text),
        new ExportField("asset_id", Text),
        new ExportField("sha256", Text),
        new ExportField("prompt", Text),
        new ExportField("seed", Text),
        new ExportField("model_id", Text),
        new ExportField("model_version", Text),
        new ExportField("element_class", Text),
        new ExportField("family", Text),
        new ExportField("width", Integer),
        new ExportField("height", Integer),
        new ExportField("usable", "sc:Boolean"),
        new ExportField("usable_p", Float),
        new ExportField("sample_weight", Float),
        new ExportField("n_raters", Integer),
        .. card.Dimensions.SelectMany(ScoreFields),
    ];

    private static ExportField[] ScoreFields(string dimension) =>
        [new($"score_{dimension}", Float), new($"score_{dimension}_se", Float), new($"score_{dimension}_n", Integer)];

    public static void Write(Utf8JsonWriter json, DatasetRow row, ImmutableArray<string> dimensions)
    {
        var (item, source) = (row.Item, row.Item.Source);
        json.WriteString("text", row.Caption);
        json.WriteString("item_id", item.Id);
        json.WriteString("asset_id", source.AssetId);
        json.WriteString("sha256", item.Sha256);
        json.WriteString("prompt", source.Prompt);
        json.WriteString("seed", source.Seed.ToString(CultureInfo.InvariantCulture));
        json.WriteString("model_id", source.ModelId);
        json.WriteString("model_version", source.ModelVersion);
        json.WriteString("element_class", source.ElementClass);
        json.WriteString("family", source.Family);
        json.WriteNumber("width", item.Width);
        json.WriteNumber("height", item.Height);
        json.WriteBoolean("usable", row.Usable);
        json.WriteFloat("usable_p", row.UsableChance);
        json.WriteFloat("sample_weight", row.Weight);
        json.WriteNumber("n_raters", row.Raters);
        foreach (var dimension in dimensions)
        {
            var score = row.Scores.GetValueOrDefault(dimension);
            json.WriteFloat($"score_{dimension}", score?.Value ?? 0);
            json.WriteFloat($"score_{dimension}_se", score?.Error ?? 0);
            json.WriteNumber($"score_{dimension}_n", score?.Count ?? 0);
        }
    }

    /// <summary>With six decimals at most and always a point: "4.0" and not "4", so that a reader never takes it for a whole number.</summary>
    public static void WriteFloat(this Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.ToString("0.0#####", CultureInfo.InvariantCulture), skipInputValidation: true);
    }
}
