using Creative.Cli.Serving;

namespace Creative.Cli.Tests.WithServer;

public sealed class BrandCheckTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Lists_the_problems_of_the_files_and_of_the_content_at_once()
    {
        var folder = server.Folder["bad-brand"];
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "huge.svg"), """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30000 200"><path d="M1 1H6V4Z"/></svg>""");
        File.WriteAllText(Path.Combine(folder, "brand.json"), """
            {
              "id": "bad-brand", "name": "Bad", "market": "CN", "locale": "zh-CN", "slogan": "x",
              "logos": [
                { "variant": "full", "file": "gone.svg", "clearSpace": 0.4, "minHeight": 18 },
                { "variant": "mark", "file": "huge.svg", "clearSpace": 0.4, "minHeight": 18 }
              ],
              "colours": [
                { "role": "primary", "hex": "#777777" }, { "role": "secondary", "hex": "#7a7a7a" }, { "role": "accent", "hex": "#747474" }
              ],
              "fonts": [ { "role": "display", "family": "Comic Sans", "weight": 700 }, { "role": "text", "family": "Noto Sans SC", "weight": 400 } ],
              "glossary": [
                { "term": "小金库", "meaning": "放橙豆的地方", "element": "unicorn" },
                { "term": "橙豆", "meaning": "小金库里的积分" }
              ]
            }
            """);

        var (exitCode, _, error) = await server.RunAsync("brands", "check", folder);

        Assert.Equal(ExitCode.Usage, exitCode);
        string[] fields =
        [
            "brand.slogan", "brand.logos[0].file", "brand.logos[1].svg", "brand.colours", "brand.fonts[0].family",
            "brand.glossary[0].element", "brand.glossary[0].meaning",
        ];
        Assert.All(fields, field => Assert.Contains($"  {field}: ", error));
        Assert.Contains("30000 px", error);
        Assert.Contains("小金库 → 橙豆 → 小金库", error);
        Assert.DoesNotContain("brand.logos[0].svg", error);
    }

    [Fact]
    public async Task Puts_a_draft_and_publishes_it()
    {
        var folder = CopyOf("nimbry", "nimbry-next");

        var put = await server.RunAsync("brands", "put", folder, "--draft");
        Assert.True(put.ExitCode == ExitCode.Done, put.Error);
        Assert.EndsWith("is stored as a draft\n", put.Out);
        var version = put.Out.Split(' ')[1];
        Assert.Contains("draft", (await server.RunAsync("brands", "versions", "nimbry-next")).Out);

        var published = await server.RunAsync("brands", "publish", "nimbry-next", version);
        Assert.Equal($"nimbry-next {version} is in use\n", published.Out);
        Assert.Contains("in use", (await server.RunAsync("brands", "versions", "nimbry-next")).Out);
    }

    private string CopyOf(string sample, string id)
    {
        var folder = server.Folder[id];
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Installation.Root, "samples", "brands", sample)))
        {
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllText(file).Replace($"\"id\": \"{sample}\"", $"\"id\": \"{id}\"", StringComparison.Ordinal));
        }

        return folder;
    }
}
