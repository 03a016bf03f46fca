using System.Xml.Linq;
using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Grpc.Core;

namespace Creative.Server.Tests.Services;

[Collection(SharedServerTests.Name)]
public sealed class AssetSourceTests(SharedServer shared)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly AssetService.AssetServiceClient _assets = shared.Server.Assets;

    [Fact]
    public async Task Sends_the_layers_of_the_picture_the_same_each_time()
    {
        var request = Given.Request(Given.Size(640, 360));
        request.Brief.Seed = 1910;
        var asset = (await _assets.Render(request).AllAsync()).Select(one => one.Asset).OfType<Asset>().Single();

        var first = await SourceAsync(asset.Id);
        var second = await SourceAsync(asset.Id);

        Assert.Equal(first, second);
        var root = XElement.Load(new MemoryStream(first));
        Assert.Equal(("640", "360"), (root.Attribute("width")!.Value, root.Attribute("height")!.Value));
        var words = root.Elements(Svg + "g").Single(layer => layer.Attribute("id")!.Value == "headline").Value;
        Assert.Equal("秋日出海礼", words.ReplaceLineEndings(""));
        Assert.Contains(asset.Id, root.Element(Svg + "metadata")!.Value, StringComparison.Ordinal);
        Assert.True(root.Descendants(Svg + "image").Any());
    }

    [Fact]
    public async Task Sends_the_fonts_of_its_words_with_their_licences()
    {
        var request = Given.Request(Given.Size(640, 360));
        request.Brief.Seed = 1911;
        var asset = (await _assets.Render(request).AllAsync()).Select(one => one.Asset).OfType<Asset>().Single();

        var fonts = (await _assets.ListAssetFontsAsync(new ListAssetFontsRequest { Id = asset.Id })).Fonts;

        var style = XElement.Load(new MemoryStream(await SourceAsync(asset.Id))).Descendants(Svg + "style").Single().Value;
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font =>
        {
            Assert.Contains($"@font-face{{font-family:'{font.Family}';font-weight:{font.Weight};", style, StringComparison.Ordinal);
            Assert.Contains("SIL OPEN FONT LICENSE", font.Licence, StringComparison.Ordinal);
        });
        var file = await ReadAsync(_assets.DownloadFont(new DownloadFontRequest { Family = fonts[0].Family, Weight = fonts[0].Weight }));
        Assert.Equal(fonts[0].ByteSize, file.Length);
        Assert.Equal([0, 1, 0, 0], file[..4]);
    }

    [Fact]
    public async Task Knows_no_other_assets_and_fonts()
    {
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () => await SourceAsync("no-such-id"))).StatusCode);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () => await _assets.ListAssetFontsAsync(new ListAssetFontsRequest { Id = "no-such-id" }))).StatusCode);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(
            async () => await ReadAsync(_assets.DownloadFont(new DownloadFontRequest { Family = "../licences/inter/OFL.txt", Weight = 400 })))).StatusCode);
    }

    private Task<byte[]> SourceAsync(string id) => ReadAsync(_assets.DownloadAssetSource(new DownloadAssetSourceRequest { Id = id }));

    private static async Task<byte[]> ReadAsync(AsyncServerStreamingCall<DownloadAssetChunk> call)
    {
        using var file = new MemoryStream();
        using var ended = call;
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
        {
            Assert.InRange(chunk.Data.Length, 1, 64 * 1024);
            chunk.Data.WriteTo(file);
        }

        return file.ToArray();
    }
}
