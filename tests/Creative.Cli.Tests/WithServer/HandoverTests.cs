using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Creative.Cli.Tests.WithServer;

public sealed class HandoverTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Hands_a_campaign_over_as_one_zip_that_is_the_same_again()
    {
        var rendered = await server.RunAsync("render", "--brief", server.WriteBrief("handover.json", "Hand over"), "--out", server.Folder["handover"]);
        Assert.True(rendered.ExitCode == ExitCode.Done, rendered.Error);
        var (zip, again) = (server.Folder["handover.zip"], server.Folder["again.zip"]);

        var exported = await server.RunAsync("assets", "export", "--campaign", "Hand over", "--out", zip, "--sources");
        Assert.True(exported.ExitCode == ExitCode.Done, exported.Error);
        await server.RunAsync("assets", "export", "--campaign", "Hand over", "--out", again, "--sources");

        using var archive = ZipFile.OpenRead(zip);
        Assert.Equal(
            [
                "README.txt", "contact-sheet.jpg", "index.csv", "index.json", "420x300/v1.jpg", "420x300/v1.jpg.svg",
                "fonts/inter-400.ttf", "fonts/inter-500.ttf", "fonts/inter-700.ttf", "fonts/inter-licence.txt", "fonts/montserrat-800.ttf", "fonts/montserrat-licence.txt",
                "iab_mrec/v1.jpg", "iab_mrec/v1.jpg.svg",
            ],
            archive.Entries.Select(entry => entry.FullName).OrderBy(name => name.Contains('/', StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal));
        Assert.All(archive.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        using var index = JsonDocument.Parse(Bytes(archive, "index.json"));
        Assert.All(index.RootElement.GetProperty("files").EnumerateArray(), file => Assert.Equal(
            file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(Bytes(archive, file.GetProperty("file").GetString()!)))));
        Assert.All(index.RootElement.GetProperty("fonts").EnumerateArray(), font =>
        {
            Assert.Equal(font.GetProperty("bytes").GetInt64(), Bytes(archive, font.GetProperty("file").GetString()!).Length);
            Assert.Contains("SIL OPEN FONT LICENSE", Encoding.UTF8.GetString(Bytes(archive, font.GetProperty("licence").GetString()!)), StringComparison.Ordinal);
            Assert.Contains($"{font.GetProperty("family")} {font.GetProperty("weight")}", Encoding.UTF8.GetString(Bytes(archive, "README.txt")), StringComparison.Ordinal);
        });
        Assert.Equal([0xFF, 0xD8, 0xFF], Bytes(archive, "contact-sheet.jpg")[..3]);
        Assert.Equal(await File.ReadAllBytesAsync(zip), await File.ReadAllBytesAsync(again));
    }

    [Fact]
    public async Task Leaves_the_fonts_out_when_told_to()
    {
        var rendered = await server.RunAsync("render", "--brief", server.WriteBrief("fontless.json", "Fontless"), "--out", server.Folder["fontless"]);
        Assert.True(rendered.ExitCode == ExitCode.Done, rendered.Error);

        var exported = await server.RunAsync("assets", "export", "--campaign", "Fontless", "--out", server.Folder["fontless.zip"], "--sources", "--no-fonts");

        Assert.True(exported.ExitCode == ExitCode.Done, exported.Error);
        using var archive = ZipFile.OpenRead(server.Folder["fontless.zip"]);
        Assert.Equal(2, archive.Entries.Count(entry => entry.FullName.EndsWith(".svg", StringComparison.Ordinal)));
        Assert.DoesNotContain(archive.Entries, entry => entry.FullName.StartsWith("fonts/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hands_an_asset_over_as_layers()
    {
        var (_, text, _) = await server.RunAsync(
            "render", "--brief", server.WriteBrief("layers.json", "Layers"), "--out", server.Folder["layers"], "--placements", "420x300", "--json");
        using var last = JsonDocument.Parse(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
        var asset = last.RootElement.GetProperty("index").GetProperty("files")[0].GetProperty("assetId").GetString()!;
        var path = server.Folder["layers.svg"];

        var saved = await server.RunAsync("assets", "source", asset, "--out", path);

        Assert.True(saved.ExitCode == ExitCode.Done, saved.Error);
        Assert.Equal(path + "\n", saved.Out);
        var root = XElement.Load(path);
        Assert.Equal("0 0 420 300", root.Attribute("viewBox")!.Value);
        Assert.Contains("Save without trying", string.Join(' ', root.Descendants().Where(element => element.Name.LocalName == "tspan").Select(span => span.Value)).Replace("  ", " ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_that_there_is_no_such_campaign()
    {
        var (exitCode, _, error) = await server.RunAsync("assets", "export", "--campaign", "Never was", "--out", server.Folder["never.zip"]);

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("Never was", error);
        Assert.False(File.Exists(server.Folder["never.zip"]));
    }

    private static byte[] Bytes(ZipArchive archive, string name)
    {
        using var content = archive.GetEntry(name)!.Open();
        using var memory = new MemoryStream();
        content.CopyTo(memory);
        return memory.ToArray();
    }
}
