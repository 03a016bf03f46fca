using System.Text.Json;
using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;

namespace Creative.Server.Tests.Datasets;

/// <summary>Exports as programs see them that know nothing of this one.</summary>
[Collection(SharedDatasets.Name)]
public sealed class ReaderTests(DatasetLab lab) : IDisposable
{
    private const string MaskFigures = """
        import json, pathlib, sys
        from PIL import Image
        folder = pathlib.Path(sys.argv[1])
        for row in map(json.loads, (folder / "metadata.jsonl").open()):
            mask = Image.open(folder / row["mask_file_name"])
            values = list(mask.getdata())
            print(row["usable"], mask.mode, mask.size, mask.getbbox(), sorted(set(values)), sum(v > 0 for v in values))
        """;

    private readonly TemporaryFolder _folder = new();

    private string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tar_finds_the_members_of_a_sample_one_after_the_other()
    {
        await ExportAsync("tar", "webdataset", 6000);

        var names = Readers.Run("tar", "-tf", Path.Combine(Folder, "webdataset", "train-000000.tar")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(16 * 3, names.Length);
        Assert.All(names.Chunk(3), sample =>
        {
            var key = sample[0].Split('.')[0];
            Assert.Matches("^[0-9a-f]+$", key);
            Assert.Equal([$"{key}.png", $"{key}.txt", $"{key}.json"], sample);
        });
        Readers.Run("tar", "-xf", Path.Combine(Folder, "webdataset", "train-000000.tar"), "-C", Folder);
        using var record = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, names[2])));
        Assert.Equal(record.RootElement.GetProperty("text").GetString(), File.ReadAllText(Path.Combine(Folder, names[1])));
    }

    [PillowFact]
    public async Task Pillow_decodes_every_picture_of_an_imagefolder_of_two_splits()
    {
        await ExportAsync("pillow", "imagefolder", 6100, families: 8, request => request.Query.ValidationShare = 0.5);

        var splits = Walk("imagefolder");

        Assert.Equal(["train", "validation"], splits.Select(split => split[0]));
        Assert.Equal(32, splits.Sum(split => int.Parse(split[1])));
        Assert.Contains("score_shape_se", splits[0][2], StringComparison.Ordinal);
    }

    [PillowFact]
    public async Task Pillow_decodes_every_picture_of_the_pairs()
    {
        await ExportAsync("pillow-pairs", "dpo", 6200);

        Assert.Contains("jpg_0_file_name,jpg_1_file_name,label_0,label_1", Assert.Single(Walk("dpo"))[2], StringComparison.Ordinal);
    }

    [PillowFact]
    public async Task Pillow_sees_in_the_masks_what_was_marked()
    {
        await ExportAsync("pillow-masks", "scores", 6600);

        Assert.Contains("file_name,", Assert.Single(Walk("scores"))[2], StringComparison.Ordinal);
        var masks = Readers.Run(Readers.Python!, "-c", MaskFigures, Path.Combine(Folder, "scores", "train")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // Pictures of 24 × 40; the unusable four have a circle of radius 2.4 around (6, 20), by each of three raters.
        Assert.Equal(12, masks.Count(mask => mask == "True L (24, 40) None [0] 0"));
        Assert.Equal(4, masks.Count(mask => mask == "False L (24, 40) (4, 18, 8, 22) [0, 255] 16"));
        Assert.Equal(16, masks.Length);
    }

    [DuckDbFact]
    public async Task Duckdb_reads_the_tables_and_makes_parquet_of_them()
    {
        await ExportAsync("duck", "jsonl", 6300);
        var (items, parquet) = (Path.Combine(Folder, "jsonl", "items.jsonl"), Path.Combine(Folder, "items.parquet"));

        using var rows = JsonDocument.Parse(Readers.DuckDb(
            $"COPY (SELECT * FROM read_json('{items}', format='newline_delimited')) TO '{parquet}' (FORMAT parquet)",
            $"SELECT count(*)::INT AS n, sum(usable::INT)::INT AS usable, min(score_shape) AS low, typeof(any_value(score_shape)) AS kind, any_value(seed) AS seed FROM '{parquet}'"));
        using var ratings = JsonDocument.Parse(Readers.DuckDb(
            $"SELECT dimension, count(*)::INT AS n, count(DISTINCT rater)::INT AS raters FROM read_json('{Path.Combine(Folder, "jsonl", "ratings.jsonl")}') GROUP BY 1 ORDER BY 1"));

        var row = rows.RootElement[0];
        Assert.Equal((16, 12, "DOUBLE"), (row.GetProperty("n").GetInt32(), row.GetProperty("usable").GetInt32(), row.GetProperty("kind").GetString()));
        Assert.InRange(row.GetProperty("low").GetDouble(), 1, 2);
        Assert.Equal(["hue", "shape"], ratings.RootElement.EnumerateArray().Select(one => one.GetProperty("dimension").GetString()));
        Assert.All(ratings.RootElement.EnumerateArray(), one => Assert.Equal((48, 3), (one.GetProperty("n").GetInt32(), one.GetProperty("raters").GetInt32())));
    }

    [DuckDbFact]
    public async Task Duckdb_finds_the_pairs_without_ties_and_their_sides_in_balance()
    {
        await ExportAsync("duck-pairs", "dpo", 6400);

        using var rows = JsonDocument.Parse(Readers.DuckDb(
            $"SELECT count(*)::INT AS n, sum(label_0)::INT AS first, bool_and(label_0 IN (0, 1) AND label_0 + label_1 = 1 AND jpg_0_file_name <> jpg_1_file_name AND p_win >= 0.9) AS sound FROM read_json('{Path.Combine(Folder, "dpo", "train", "metadata.jsonl")}')"));

        var row = rows.RootElement[0];
        var pairs = row.GetProperty("n").GetInt32();
        Assert.True(pairs >= 4);
        Assert.True(row.GetProperty("sound").GetBoolean());
        Assert.InRange(row.GetProperty("first").GetInt32(), pairs / 2, (pairs + 1) / 2);
    }

    private string[][] Walk(string form) =>
    [
        .. Readers.Run(Readers.Python!, Path.Combine(Repository.Root, "tests", "Creative.Server.Tests", "Datasets", "imagefolder.py"), Path.Combine(Folder, form))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')),
    ];

    private async Task ExportAsync(string project, string format, int firstPicture, int families = 4, Action<TakeSnapshotRequest>? with = null)
    {
        await lab.ScoredAsync(project, families * 4, families, firstPicture);
        await lab.ExportToAsync((await lab.TakeAsync(project, with)).Id, format, Folder);
    }
}
