using System.Security.Cryptography;
using System.Text.Json;
using Creative.Contract.V1;
using Creative.Server.Datasets.Export;
using Creative.Server.Tests.Hosting;
using Grpc.Core;
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
    public async Task Goes_on_after_a_restart_when_nothing_of_it_is_known_any_more(string format)
    {
        var dataset = await DatasetAsync($"restart-{format}", 6000);
        var files = await lab.ExportAsync(dataset.Id, format);
        var last = files[^2];
        var receiver = new SlowReceiver();

        await ActivatorUtilities.CreateInstance<DatasetExporter>(lab.Lab.Server.Services).ExportAsync(
            new ExportDatasetRequest { Dataset = dataset.Id, Format = format, ResumePath = last.Path, ResumeOffset = last.Bytes.Length }, receiver, CancellationToken.None);

        Assert.Equal([(last.Path, 0), (files[^1].Path, files[^1].Bytes.Length)], receiver.Files.Select(file => (file.Path, file.Bytes.Length)));
        Assert.Equal(files[^1].Bytes, receiver.Files[^1].Bytes);
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

    private static string Text(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetString()!;

    private static JsonElement[] Lines(byte[] file) =>
        [.. System.Text.Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
