using System.Text;
using System.Text.Json;

namespace Creative.Server.Tests.Datasets;

/// <summary>The traps of the loaders, rule by rule, as their sources have them.</summary>
[Collection(SharedDatasets.Name)]
public sealed class FormatContractTests(DatasetLab lab)
{
    [Fact]
    public async Task An_imagefolder_has_one_metadata_file_and_a_row_for_every_image()
    {
        var files = await ExportAsync("contract-imagefolder", "imagefolder", 7000);

        var metadata = Assert.Single(files, file => file.Path.Split('/')[^1].StartsWith("metadata.", StringComparison.Ordinal));
        Assert.Equal("imagefolder/train/metadata.jsonl", metadata.Path);
        var rows = Lines(metadata.Bytes);
        Assert.Equal(
            files.Where(file => file.Path.EndsWith(".png", StringComparison.Ordinal)).Select(file => file.Path).Order(),
            rows.Select(row => $"imagefolder/train/{row.GetProperty("file_name").GetString()}").Order());

        // Types come from the first rows: the same keys and kinds in each, floats with a point, no other column that names a file.
        var first = Kinds(rows[0]);
        Assert.All(rows, row => Assert.Equal(first, Kinds(row)));
        Assert.All(rows, row => Assert.All(
            row.EnumerateObject().Where(field => field.Name is "usable_p" or "sample_weight" || (field.Name.StartsWith("score_", StringComparison.Ordinal) && !field.Name.EndsWith("_n", StringComparison.Ordinal))),
            field => Assert.Contains('.', field.Value.GetRawText())));
        Assert.DoesNotContain(first, field => field.Name != "file_name" && (field.Name.EndsWith("_file_name", StringComparison.Ordinal) || field.Name.EndsWith("_file_names", StringComparison.Ordinal)));
        Assert.All(rows, row => Assert.True(ulong.Parse(row.GetProperty("seed").GetString()!) > long.MaxValue - 10_000));
    }

    [Fact]
    public async Task Kohya_finds_a_caption_beside_every_image_and_is_told_their_extension()
    {
        var files = await ExportAsync("contract-kohya", "kohya", 7100);

        var settings = Encoding.UTF8.GetString(files.Single(file => file.Path == "kohya/dataset.toml").Bytes);
        Assert.Contains("caption_extension = \".txt\"", settings, StringComparison.Ordinal);
        Assert.Contains("image_dir = \"img/usable\"", settings, StringComparison.Ordinal);
        Assert.All(
            settings.Split('\n').Where(line => line.Contains("bucket_reso =", StringComparison.Ordinal)),
            line => Assert.Equal(0, int.Parse(line.Split('=')[1]) % 64));
        var images = files.Where(file => file.Path.EndsWith(".png", StringComparison.Ordinal)).Select(file => file.Path).ToArray();
        Assert.Equal(12, images.Length);
        Assert.All(images, image =>
        {
            Assert.Matches("^kohya/img/usable/[0-9a-f]+[.]png$", image);
            var caption = Encoding.UTF8.GetString(files.Single(file => file.Path == $"{image[..^4]}.txt").Bytes);
            Assert.Matches("^gold coin [0-9]\n$", caption);
        });
    }

    [Fact]
    public async Task Marks_lie_on_images_that_are_there()
    {
        var files = await ExportAsync("contract-scores", "scores", 7200);

        var marks = Lines(files.Single(file => file.Path == "scores/marks.jsonl").Bytes);

        Assert.Equal(4 * 3, marks.Length);
        Assert.All(marks, mark =>
        {
            Assert.Contains(files, file => file.Path == $"scores/{mark.GetProperty("image").GetString()}");
            Assert.Equal((0.25, 0.5, 0.1), (mark.GetProperty("x").GetDouble(), mark.GetProperty("y").GetDouble(), mark.GetProperty("radius").GetDouble()));
        });
        var rows = Lines(files.Single(file => file.Path == "scores/train/metadata.jsonl").Bytes);
        Assert.Equal(12, rows.Sum(row => row.GetProperty("marks_n").GetInt32()));
    }

    [Fact]
    public async Task Croissant_names_every_file_of_records_and_fields_that_are_there()
    {
        var files = await ExportAsync("contract-croissant", "jsonl", 7300);

        using var croissant = JsonDocument.Parse(files.Single(file => file.Path == "croissant.json").Bytes);
        var root = croissant.RootElement;
        Assert.All(["@context", "@type", "name", "description", "license", "version", "datePublished", "conformsTo", "distribution", "recordSet"], key => Assert.True(root.TryGetProperty(key, out _), key));
        Assert.Equal("http://mlcommons.org/croissant/1.0", root.GetProperty("conformsTo").GetString());
        foreach (var file in root.GetProperty("distribution").EnumerateArray())
        {
            var (_, bytes) = files.Single(one => one.Path == file.GetProperty("contentUrl").GetString());
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
        }

        var row = Lines(files.Single(file => file.Path == "jsonl/items.jsonl").Bytes)[0];
        Assert.All(root.GetProperty("recordSet")[0].GetProperty("field").EnumerateArray(), field => Assert.True(row.TryGetProperty(field.GetProperty("name").GetString()!, out _)));
    }

    private async Task<IReadOnlyList<(string Path, byte[] Bytes)>> ExportAsync(string project, string format, int firstPicture)
    {
        await lab.ScoredAsync(project, 16, firstPicture: firstPicture);
        return await lab.ExportAsync((await lab.TakeAsync(project)).Id, format);
    }

    private static JsonElement[] Lines(byte[] file) =>
        [.. Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static (string Name, JsonValueKind Kind)[] Kinds(JsonElement row) =>
        [.. row.EnumerateObject().Select(field => (field.Name, field.Value.ValueKind == JsonValueKind.False ? JsonValueKind.True : field.Value.ValueKind))];
}
