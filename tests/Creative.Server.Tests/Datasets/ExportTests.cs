using System.Security.Cryptography;
using System.Text.Json;
using Creative.Contract.V1;
using Creative.Server.Datasets.Storage;
using Creative.Server.Labeling.Storage;
using Creative.Server.Storage;
using Creative.Server.Tests.Hosting;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Creative.Server.Tests.Datasets;

[Collection(SharedDatasets.Name)]
public sealed class ExportTests(DatasetLab lab)
{
    private static readonly string[] All = ["dpo", "imagefolder", "jsonl", "kohya", "scores", "webdataset"];

    public static TheoryData<string> Formats => [.. All];

    [Fact]
    public async Task Has_these_forms()
    {
        var list = await lab.Datasets.ListExportFormatsAsync(new ListExportFormatsRequest(), lab.Key);

        Assert.Equal(All, list.Formats.Select(format => format.Id).Order());
        Assert.All(list.Formats, format => Assert.NotEmpty(format.Description));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Has_the_same_bytes_every_time_and_a_manifest_of_all_files(string format)
    {
        var dataset = await DatasetAsync($"bytes-{format}", 2000);

        var files = await lab.ExportAsync(dataset.Id, format);
        var again = await lab.ExportAsync(dataset.Id, format);

        Assert.Equal(files.Select(file => file.Path), again.Select(file => file.Path));
        Assert.All(files.Zip(again), pair => Assert.Equal(pair.First.Bytes, pair.Second.Bytes));
        using var manifest = JsonDocument.Parse(files[^1].Bytes);
        Assert.Equal("manifest.json", files[^1].Path);
        Assert.Equal((dataset.Id, dataset.MerkleRoot), (Text(manifest, "dataset_id"), Text(manifest, "merkle_root")));
        Assert.Equal(
            files.SkipLast(1).Select(file => (file.Path, (long)file.Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(file.Bytes)))),
            manifest.RootElement.GetProperty("files").EnumerateArray().Select(file => (file.GetProperty("path").GetString()!, file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString()!)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Goes_on_where_it_broke_off(string format)
    {
        var dataset = await DatasetAsync($"resume-{format}", 3000);
        var files = await lab.ExportAsync(dataset.Id, format);
        var middle = files.Count / 2;
        var offset = files[middle].Bytes.Length / 2;

        var rest = await lab.ExportAsync(dataset.Id, format, files[middle].Path, offset);

        Assert.Equal(files.Skip(middle).Select(file => file.Path), rest.Select(file => file.Path));
        Assert.Equal(files[middle].Bytes[offset..], rest[0].Bytes);
        Assert.All(files.Skip(middle + 1).Zip(rest.Skip(1)), pair => Assert.Equal(pair.First.Bytes, pair.Second.Bytes));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Goes_on_when_nothing_of_it_is_known_any_more(string format)
    {
        var dataset = await DatasetAsync($"forgotten-{format}", 6000);
        var files = await lab.ExportAsync(dataset.Id, format);
        await ForgetAsync(dataset.Id);

        var rest = await lab.ExportAsync(dataset.Id, format, files[^2].Path, files[^2].Bytes.Length);

        Assert.Equal([(files[^2].Path, 0), (files[^1].Path, files[^1].Bytes.Length)], rest.Select(file => (file.Path, file.Bytes.Length)));
        Assert.Equal(files[^1].Bytes, rest[^1].Bytes);
    }

    [Fact]
    public async Task Knows_shards_from_the_snapshot_on_and_makes_none_again_that_was_sent()
    {
        var dataset = await DatasetAsync("shards", 7000);
        var known = await KnownAsync(dataset.Id);
        var files = await lab.ExportAsync(dataset.Id, "webdataset");
        await TakeImageAwayAsync("shards");

        var rest = await lab.ExportAsync(dataset.Id, "webdataset", "manifest.json");

        Assert.Equal(
            files.Where(file => file.Path.EndsWith(".tar", StringComparison.Ordinal)).OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => (file.Path, file.Bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(file.Bytes)))),
            known.Select(row => (row.Path, row.Bytes, row.Sha256)));
        Assert.Equal(files[^1].Bytes, Assert.Single(rest).Bytes);
        Assert.Equal(StatusCode.DataLoss, (await Assert.ThrowsAsync<RpcException>(() => lab.ExportAsync(dataset.Id, "webdataset"))).StatusCode);
    }

    [Fact]
    public async Task Believes_no_hash_of_another_program()
    {
        var dataset = await DatasetAsync("maker", 8000);
        await using (var db = await DatabaseAsync())
        {
            await db.Set<DatasetFileRow>().Where(row => row.Dataset == dataset.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Maker, "an older one").SetProperty(row => row.Sha256, new string('0', 64)));
        }

        var files = await lab.ExportAsync(dataset.Id, "webdataset");

        var shard = files.Single(file => file.Path == "webdataset/train-000000.tar").Bytes;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(shard));
        Assert.Contains(sha256, System.Text.Encoding.UTF8.GetString(files[^1].Bytes), StringComparison.Ordinal);
        Assert.Contains(await KnownAsync(dataset.Id), row => row.Sha256 == sha256 && row.Maker != "an older one");
    }

    [Fact]
    public async Task Freezes_nothing_when_an_image_is_gone()
    {
        await DatasetAsync("gone", 9000);
        await TakeImageAwayAsync("gone");

        var refusal = await Assert.ThrowsAsync<RpcException>(() => lab.TakeAsync("gone", request => (request.Name, request.Query.MinRaters) = ("once more", 3)));

        Assert.Equal(StatusCode.DataLoss, refusal.StatusCode);
        Assert.DoesNotContain("once more", (await lab.Datasets.ListDatasetsAsync(new ListDatasetsRequest(), lab.Key)).Datasets.Select(one => one.Name));
    }

    [Fact]
    public async Task Refuses_what_it_cannot_export()
    {
        var dataset = await DatasetAsync("refused", 4000);
        await lab.ScoredAsync("pairless", 1, firstPicture: 4900);
        var single = await lab.TakeAsync("pairless");

        var unknown = await Assert.ThrowsAsync<RpcException>(() => lab.ExportAsync("ds_0000000000000000", "jsonl"));
        var pairs = await Assert.ThrowsAsync<RpcException>(() => lab.ExportAsync(single.Id, "dpo"));

        Assert.Equal(["format"], await Calls.RefusedFieldsAsync(() => lab.ExportAsync(dataset.Id, "parquet")));
        Assert.Equal(["resume_path"], await Calls.RefusedFieldsAsync(() => lab.ExportAsync(dataset.Id, "jsonl", "../elsewhere")));
        Assert.Equal(["resume_offset"], await Calls.RefusedFieldsAsync(() => lab.ExportAsync(dataset.Id, "jsonl", "splits.csv", 1 << 20)));
        Assert.Equal((StatusCode.NotFound, StatusCode.FailedPrecondition), (unknown.StatusCode, pairs.StatusCode));
    }

    [Fact]
    public async Task Names_no_rater_and_tells_them_apart()
    {
        var dataset = await DatasetAsync("pseudonyms", 5000);

        var files = await lab.ExportAsync(dataset.Id, "jsonl");

        var ratings = Lines(files.Single(file => file.Path == "jsonl/ratings.jsonl").Bytes);
        Assert.Equal(3, ratings.Select(line => line.GetProperty("rater").GetString()).Distinct().Count());
        Assert.All(ratings, line => Assert.Matches("^r-[0-9a-f]{12}$", line.GetProperty("rater").GetString()));
        Assert.Equal(16 * 3 * 2, ratings.Length);
        Assert.All(files, file => Assert.DoesNotContain("\"ada\"", System.Text.Encoding.UTF8.GetString(file.Bytes), StringComparison.Ordinal));
    }

    private async Task<Dataset> DatasetAsync(string project, int firstPicture)
    {
        await lab.ScoredAsync(project, 16, firstPicture: firstPicture);
        return await lab.TakeAsync(project);
    }

    private Task<CreativeDb> DatabaseAsync() => lab.Lab.Server.Services.GetRequiredService<IDbContextFactory<CreativeDb>>().CreateDbContextAsync();

    private async Task<DatasetFileRow[]> KnownAsync(string dataset)
    {
        await using var db = await DatabaseAsync();
        return (await db.Set<DatasetFileRow>().Where(row => row.Dataset == dataset && row.Format == "webdataset").ToArrayAsync()).OrderBy(row => row.Path, StringComparer.Ordinal).ToArray();
    }

    private async Task ForgetAsync(string dataset)
    {
        await using var db = await DatabaseAsync();
        await db.Set<DatasetFileRow>().Where(row => row.Dataset == dataset).ExecuteDeleteAsync();
    }

    /// <summary>Behind the server's back.</summary>
    private async Task TakeImageAwayAsync(string project)
    {
        await using var db = await DatabaseAsync();
        var sha256 = (await db.Set<ItemRow>().FirstAsync(row => row.Project == project)).Sha256;
        File.Delete(Directory.GetFiles(Path.Combine(lab.Lab.Data, "blobs"), sha256, SearchOption.AllDirectories).Single());
    }

    private static string Text(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetString()!;

    private static JsonElement[] Lines(byte[] file) =>
        [.. System.Text.Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
