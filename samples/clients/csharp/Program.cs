// ./creative up            (in another terminal)
// dotnet run --project samples/clients/csharp
using Creative.Contract.V1;
using Grpc.Core;
using Grpc.Net.Client;

using var channel = GrpcChannel.ForAddress("http://127.0.0.1:5310");
var client = new AssetService.AssetServiceClient(channel);
var brief = new Brief
{
    Campaign = "First brief",
    Brand = "songyan",
    Copy = new Copy { Headline = "时间，是最好的答案", Subhead = "松砚稳享 180 天", CallToAction = "了解详情", Disclaimer = "理财非存款、产品有风险、投资须谨慎。风险等级R2（中低风险）。发行机构：松砚理财有限责任公司" },
    Mood = "沉稳",
    ProductType = "wealth",
    Placements = { new PlacementRef { Id = "alipay_cdp" }, new PlacementRef { Custom = new CustomPlacement { Width = 1080, Height = 1350 } } },
};

using var render = client.Render(new RenderRequest { Brief = brief });
await foreach (var happened in render.ResponseStream.ReadAllAsync())
{
    if (happened.Asset is { } asset)
    {
        await using var file = File.Create($"{asset.Placement}.jpg");
        using var download = client.DownloadAsset(new DownloadAssetRequest { Id = asset.Id });
        await foreach (var chunk in download.ResponseStream.ReadAllAsync())
        {
            await file.WriteAsync(chunk.Data.Memory);
        }

        Console.WriteLine($"{asset.Placement}: {asset.Width}x{asset.Height}, {asset.ByteSize} bytes");
    }
    else if (happened.Summary is { } summary)
    {
        Console.WriteLine($"{summary.Delivered} delivered in {summary.ElapsedMs} ms");
    }
}
