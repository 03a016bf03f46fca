using System.Collections.Immutable;

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
}
