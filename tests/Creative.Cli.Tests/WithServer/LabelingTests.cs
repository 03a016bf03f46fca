using System.Text.Json;
using Creative.Cli.Serving;

namespace Creative.Cli.Tests.WithServer;

public sealed class LabelingTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string Picture = Path.Combine(Installation.Root, "tests", "goldens", "RasterizerTests", "Banner_90x240.png");

    [Fact]
    public async Task Makes_a_rater_shows_the_key_once_and_takes_it_away()
    {
        var add = await RunAsync("raters", "add", "mei", "--role", "lead", "--name", "Mei", "--json");
        Assert.True(add.ExitCode == ExitCode.Done, add.Error);
        using var document = JsonDocument.Parse(add.Out);
        var keyFile = server.Folder.Write("mei.key", document.RootElement.GetProperty("key").GetString()!);

        var list = await server.RunAsync("raters", "list", "--key-file", keyFile);
        Assert.Contains("lead", list.Out.Split('\n').Single(line => line.Contains("mei", StringComparison.Ordinal)));
        Assert.Equal(ExitCode.Usage, (await RunAsync("raters", "add", "mei")).ExitCode);

        // Leads may look but not administer, and an old key opens nothing.
        var denied = await server.RunAsync("raters", "new-key", "mei", "--key-file", keyFile);
        Assert.Equal((ExitCode.Usage, true), (denied.ExitCode, denied.Error.Contains("PERMISSION_DENIED", StringComparison.Ordinal)));
        Assert.Equal(ExitCode.Done, (await RunAsync("raters", "new-key", "mei")).ExitCode);
        var refused = await server.RunAsync("raters", "list", "--key-file", keyFile);
        Assert.Contains("UNAUTHENTICATED", refused.Error, StringComparison.Ordinal);
        Assert.Contains("switched off", (await RunAsync("raters", "disable", "mei")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fills_a_project_from_a_folder_and_says_what_is_wrong()
    {
        var project = server.Folder.Write("project.json", """{ "id": "coins", "name": "Coins", "itemKind": "element" }""");
        Assert.True((await RunAsync("projects", "put", project)) is (ExitCode.Done, _, _));
        var folder = Path.Combine(server.Folder.Path, "items");
        Directory.CreateDirectory(folder);
        File.Copy(Picture, Path.Combine(folder, "good.png"));
        File.Copy(Picture, Path.Combine(folder, "known.png"));
        await File.WriteAllTextAsync(Path.Combine(folder, "known.json"), """{ "origin": { "prompt": "coin" }, "gold": { "verdict": "VERDICT_USABLE", "scores": { "shape": 5 } } }""");
        await File.WriteAllTextAsync(Path.Combine(folder, "broken.png"), "no picture");

        var first = await RunAsync("items", "add", folder, "--project", "coins");
        Assert.Equal((ExitCode.Failed, "2 added, 0 were there, 1 refused"), (first.ExitCode, first.Out.Trim()));
        Assert.Contains("broken.png: image is not a PNG", first.Error, StringComparison.Ordinal);
        Assert.Equal("0 added, 2 were there, 1 refused", (await RunAsync("items", "add", folder, "--project", "coins")).Out.Trim());
        Assert.Matches(@"coins\s+element\s+1\s+0\s+1\s+Coins", (await RunAsync("projects", "list")).Out);
    }

    [Fact]
    public async Task Paints_elements_into_a_project()
    {
        var project = server.Folder.Write("painted.json", """{ "id": "painted", "name": "Painted", "itemKind": "element" }""");
        await RunAsync("projects", "put", project);
        var paint = await RunAsync("items", "paint", "--project", "painted", "--prompt", "gold coin, front view", "--seeds", "2", "--few-steps");
        Assert.True(paint.ExitCode == ExitCode.Done, paint.Error);
        Assert.Equal("2 painted, 0 of them were there", paint.Out.Trim());
        Assert.Contains("2 of 2", paint.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verifies_the_chain_of_events()
    {
        var verify = await RunAsync("events", "verify");
        Assert.Equal((ExitCode.Done, $"0 events, intact, head {new string('0', 64)}"), (verify.ExitCode, verify.Out.Trim()));
    }

    private Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] arguments) =>
        server.RunAsync([.. arguments, "--data", server.Folder["data"]]);
}
