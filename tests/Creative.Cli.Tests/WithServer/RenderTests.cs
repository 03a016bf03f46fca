using System.Security.Cryptography;
using System.Text.Json;

namespace Creative.Cli.Tests.WithServer;

public sealed class RenderTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Writes_every_file_with_an_index_that_tells_the_truth()
    {
        var output = server.Folder["truth"];

        var (exitCode, text, error) = await server.RunAsync("render", "--brief", server.WriteBrief("truth.json", "Truth"), "--out", output);

        Assert.True(exitCode == ExitCode.Done, error + text);
        using var index = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(output, "truth", "index.json")));
        var files = index.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(["v1/420x300.jpg", "v1/iab_mrec.jpg"], files.Select(file => file.GetProperty("file").GetString()).Order(StringComparer.Ordinal));
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(output, "truth", file.GetProperty("file").GetString()!));
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Assert.Equal(file.GetProperty("bytes").GetInt64(), bytes.Length);
            Assert.Equal(0, file.GetProperty("hardFailures").GetInt32());
        }
    }

    [Fact]
    public async Task Keeps_a_campaign_named_like_a_path_inside_the_output_folder()
    {
        var output = server.Folder["a/b/out"];

        var (exitCode, _, error) = await server.RunAsync("render", "--brief", server.WriteBrief("escape.json", "../../x"), "--out", output, "--placements", "350x250");

        Assert.True(exitCode == ExitCode.Done, error);
        Assert.True(File.Exists(Path.Combine(output, "x", "v1", "350x250.jpg")));
        Assert.Equal(["b"], Directory.GetFileSystemEntries(server.Folder["a"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Speaks_json_lines_to_machines()
    {
        var (exitCode, text, error) = await server.RunAsync(
            "render", "--brief", server.WriteBrief("json.json", "Json"), "--out", server.Folder["json"], "--placements", "350x250", "--json");

        Assert.True(exitCode == ExitCode.Done, error);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.All(lines, line => Assert.Single(line.EnumerateObject()));
        Assert.Contains(lines, line => line.TryGetProperty("saved", out _));
        Assert.Equal("SUCCEEDED", lines[^1].GetProperty("index").GetProperty("state").GetString());
        Assert.Empty(error);
    }

    [Fact]
    public async Task Lists_shows_replays_and_watches_what_was_made()
    {
        var (_, text, _) = await server.RunAsync(
            "render", "--brief", server.WriteBrief("life.json", "Life"), "--out", server.Folder["life"], "--placements", "350x250", "--json");
        using var last = JsonDocument.Parse(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
        var index = last.RootElement.GetProperty("index");
        var asset = index.GetProperty("files")[0].GetProperty("assetId").GetString()!;

        var listed = await server.RunAsync("assets", "list", "--campaign", "Life");
        Assert.Contains(asset, listed.Out);

        var fetched = server.Folder["again.jpg"];
        var got = await server.RunAsync("assets", "get", asset, "--out", fetched);
        Assert.Contains("contrast", got.Out);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(server.Folder["life"], "life", "v1", "350x250.jpg")), await File.ReadAllBytesAsync(fetched));

        var replayed = await server.RunAsync("assets", "replay", asset);
        Assert.True(replayed.ExitCode == ExitCode.Done, replayed.Error + replayed.Out);
        Assert.StartsWith("identical", replayed.Out);

        var explained = await server.RunAsync("explain", asset);
        Assert.True(explained.ExitCode == ExitCode.Done, explained.Error);
        Assert.All(["Style", "Colours", "Elements", "Layout", "Size", "Left out", "Rules", "Made with"], title => Assert.Contains(title, explained.Out));
        Assert.InRange(explained.Out.Split('\n').Length, 8, 40);
        Assert.Contains("风格", (await server.RunAsync("explain", asset, "--language", "zh-CN")).Out);
        using var explanation = JsonDocument.Parse((await server.RunAsync("explain", asset, "--json")).Out);
        Assert.Equal(asset, explanation.RootElement.GetProperty("assetId").GetString());

        var watched = await server.RunAsync("watch", index.GetProperty("renderId").GetString()!);
        Assert.Equal(ExitCode.Done, watched.ExitCode);
        Assert.Contains(asset, watched.Out);
    }

    [Fact]
    public async Task Names_every_field_that_the_server_refuses_and_writes_nothing()
    {
        var output = server.Folder["refused"];

        var (exitCode, _, error) = await server.RunAsync(
            "render", "--brief", server.WriteBrief("refused.json", "Refused", brand: "acme"), "--out", output, "--placements", "7x5,nowhere", "--variants", "99");

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.All(["brief.brand", "brief.placements[0]", "brief.placements[1]", "brief.variants"], field => Assert.Contains(field, error));
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public async Task Says_that_an_unknown_asset_is_not_there()
    {
        var (exitCode, _, error) = await server.RunAsync("assets", "get", "NOSUCHASSET");

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("NOT_FOUND", error);
    }
}
