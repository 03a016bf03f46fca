using System.Text.Json;
using Creative.Cli.Serving;

namespace Creative.Cli.Tests.WithServer;

public sealed class CatalogueTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Lists_the_placements_of_a_family()
    {
        var (exitCode, text, _) = await server.RunAsync("placements", "--family", "tower");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("iab_skyscraper", text);
        Assert.DoesNotContain("iab_leaderboard", text);
    }

    [Fact]
    public async Task Lists_styles_as_one_json_document()
    {
        var (_, text, error) = await server.RunAsync("styles", "--json");

        using var document = JsonDocument.Parse(text);
        Assert.True(document.RootElement.GetProperty("styles").GetArrayLength() >= 3);
        Assert.Empty(error);
    }

    [Fact]
    public async Task Checks_and_stores_a_brand_folder()
    {
        var folder = Path.Combine(Installation.Root, "samples", "brands", "songyan");

        var check = await server.RunAsync("brands", "check", folder);
        Assert.True(check.ExitCode == ExitCode.Done, check.Error);

        var put = await server.RunAsync("brands", "put", folder);
        Assert.True(put.ExitCode == ExitCode.Done, put.Error);

        var show = await server.RunAsync("brands", "show", "songyan");
        Assert.Contains("Noto Serif SC", show.Out);
    }

    [Fact]
    public async Task Names_what_is_wrong_with_a_brand()
    {
        server.Folder.Write("brand.json", """{ "id": "Bad Id", "logos": [], "colours": [ { "role": "primary", "hex": "red" } ] }""");

        var (exitCode, _, error) = await server.RunAsync("brands", "check", server.Folder.Path);

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("brand.id", error);
        Assert.Contains("brand.colours[0].hex", error);
    }
}
