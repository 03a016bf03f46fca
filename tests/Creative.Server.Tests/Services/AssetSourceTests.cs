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
    public async Task Knows_no_other_assets()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await SourceAsync("no-such-id"));
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
    }

    private async Task<byte[]> SourceAsync(string id)
    {
        using var file = new MemoryStream();
        using var call = _assets.DownloadAssetSource(new DownloadAssetSourceRequest { Id = id });
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
        {
            Assert.InRange(chunk.Data.Length, 1, 64 * 1024);
            chunk.Data.WriteTo(file);
        }

        return file.ToArray();
    }
}
