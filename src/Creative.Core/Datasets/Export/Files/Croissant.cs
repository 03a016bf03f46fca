using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Creative.Core.Datasets.Export.Files;

/// <summary>croissant.json: the dataset's metadata for machines, in MLCommons' Croissant 1.0 (JSON-LD).</summary>
internal static class Croissant
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <param name="files">Files of records, with what they have.</param>
    public static byte[] Write(DatasetCard card, IExportFormat format, IReadOnlyList<ManifestEntry> files) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["@context"] = Context(),
            ["@type"] = "sc:Dataset",
            ["name"] = card.Name,
            ["description"] = $"{card.Items} images judged by designers: {format.Description}.",
            ["license"] = card.Licence,
            ["version"] = card.Id,
            ["datePublished"] = card.Created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["conformsTo"] = "http://mlcommons.org/croissant/1.0",
            ["citeAs"] = card.MerkleRoot,
            ["rai:dataCollection"] = "Images painted by a diffusion model for marketing and judged by designers; chosen by active learning and at random.",
            ["rai:dataAnnotationProtocol"] = "Usable or not, then scores of 1 to 5 for each dimension; one image at a time, blind to model, scorer and other raters.",
            ["rai:annotationsPerItem"] = (card.Items == 0 ? 0 : card.Judgements / (double)card.Items).ToString("0.00", CultureInfo.InvariantCulture),
            ["rai:dataBiases"] = "Active learning prefers hard images: shares are not usable rates.",
            ["rai:personalSensitiveInformation"] = "None: raters are pseudonyms, comments are left out, images show no persons.",
            ["distribution"] = new JsonArray([.. files.Select(FileObject)]),
            ["recordSet"] = new JsonArray(RecordSet(card, format, files)),
        },
        Options);

    private static JsonObject FileObject(ManifestEntry file) => new JsonObject
    {
        ["@type"] = "cr:FileObject",
        ["@id"] = file.Path,
        ["name"] = file.Path,
        ["contentUrl"] = file.Path,
        ["contentSize"] = $"{file.Bytes} B",
        ["encodingFormat"] = file.Path.EndsWith(".tar", StringComparison.Ordinal) ? "application/x-tar" : "application/jsonlines",
        ["sha256"] = file.Sha256,
    };

    private static JsonObject RecordSet(DatasetCard card, IExportFormat format, IReadOnlyList<ManifestEntry> files) => new JsonObject
    {
        ["@type"] = "cr:RecordSet",
        ["@id"] = "items",
        ["name"] = "items",
        ["field"] = new JsonArray([.. format.Fields(card).Select(field => (JsonNode)new JsonObject
        {
            ["@type"] = "cr:Field",
            ["@id"] = $"items/{field.Name}",
            ["name"] = field.Name,
            ["dataType"] = field.Type,
            ["source"] = files.Count == 0 ? null : new JsonObject
            {
                ["fileObject"] = new JsonObject { ["@id"] = RecordsOf(files).Path },
                ["extract"] = new JsonObject { ["jsonPath"] = $"$.{field.Name}" },
            },
        })]),
    };

    /// <summary>The file whose lines are the records: metadata.jsonl or items.jsonl where there is one.</summary>
    private static ManifestEntry RecordsOf(IReadOnlyList<ManifestEntry> files) =>
        files.FirstOrDefault(file => file.Path.EndsWith("metadata.jsonl", StringComparison.Ordinal) || file.Path.EndsWith("items.jsonl", StringComparison.Ordinal)) ?? files[0];

    private static JsonObject Context() => new()
    {
        ["@language"] = "en",
        ["@vocab"] = "https://schema.org/",
        ["sc"] = "https://schema.org/",
        ["cr"] = "http://mlcommons.org/croissant/",
        ["rai"] = "http://mlcommons.org/croissant/RAI/",
        ["dct"] = "http://purl.org/dc/terms/",
        ["citeAs"] = "cr:citeAs",
        ["conformsTo"] = "dct:conformsTo",
        ["recordSet"] = "cr:recordSet",
        ["field"] = "cr:field",
        ["source"] = "cr:source",
        ["extract"] = "cr:extract",
        ["jsonPath"] = "cr:jsonPath",
        ["fileObject"] = "cr:fileObject",
        ["dataType"] = new JsonObject { ["@id"] = "cr:dataType", ["@type"] = "@vocab" },
    };
}
