using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Grpc.Core;

namespace Creative.Server.Tests.Services;

[Collection(SharedServerTests.Name)]
public sealed class AssetListTests(SharedServer shared)
{
    private readonly AssetService.AssetServiceClient _assets = shared.Server.Assets;

    [Fact]
    public async Task Lists_pages_newest_first_that_later_assets_do_not_move()
    {
        var made = await RenderAsync("pages", 41, Given.Size(640, 360), Given.Size(1200, 628), Given.Size(728, 90), Given.Size(640, 480), Given.Size(480, 640));
        Assert.True(made.Count >= 4, $"{made.Count} assets");
        var first = await _assets.ListAssetsAsync(new ListAssetsRequest { Campaign = "pages", PageSize = 2 });
        await RenderAsync("pages", 42, Given.Size(640, 360));
        var listed = first.Assets.ToList();
        for (var token = first.NextPageToken; token.Length > 0;)
        {
            var page = await _assets.ListAssetsAsync(new ListAssetsRequest { Campaign = "pages", PageSize = 2, PageToken = token });
            Assert.InRange(page.Assets.Count, 1, 2);
            listed.AddRange(page.Assets);
            token = page.NextPageToken;
        }

        Assert.Equal(made.Select(asset => asset.Id).Reverse(), listed.Select(asset => asset.Id));
    }

    [Fact]
    public async Task Filters_by_each_column()
    {
        var made = await RenderAsync("filters", 43, Given.Size(640, 360), Given.Size(640, 480));
        var request = new ListAssetsRequest { Campaign = "filters", Brand = Given.BrandId, Placement = "640x480", RenderId = made[0].RenderId };
        Assert.Equal("640x480", Assert.Single((await _assets.ListAssetsAsync(request)).Assets).Placement);
        foreach (var miss in new[]
        {
            new ListAssetsRequest(request) { Campaign = "filter" },
            new ListAssetsRequest(request) { Brand = "other" },
            new ListAssetsRequest(request) { Placement = "640x481" },
            new ListAssetsRequest(request) { RenderId = "other" },
        })
        {
            Assert.Empty((await _assets.ListAssetsAsync(miss)).Assets);
        }
    }

    [Fact]
    public async Task Finds_by_a_later_render_what_an_earlier_one_made()
    {
        var made = await RenderAsync("again", 44, Given.Size(640, 360));
        var request = Given.Request(Given.Size(640, 360));
        request.Brief.Campaign = "again";
        request.Brief.Seed = 44;
        var events = await _assets.Render(request).AllAsync();
        Assert.NotEqual(made[0].RenderId, events[0].RenderId);
        var listed = (await _assets.ListAssetsAsync(new ListAssetsRequest { RenderId = events[0].RenderId })).Assets;
        Assert.Equal(made[0].Id, Assert.Single(listed).Id);
    }

    [Theory]
    [InlineData(501, "", "page_size")]
    [InlineData(-1, "", "page_size")]
    [InlineData(10, "not a token", "page_token")]
    [InlineData(10, "MTIzNDU2LmFiY2RlZmFiY2RlZg", "page_token")]
    public async Task Refuses_a_page_that_cannot_be(int size, string token, string field) => Assert.Equal(
        [field], await Calls.RefusedFieldsAsync(async () => await _assets.ListAssetsAsync(new ListAssetsRequest { PageSize = size, PageToken = token })));

    [Fact]
    public async Task Draws_a_contact_sheet()
    {
        var made = await RenderAsync("sheet", 45, Given.Size(1200, 628), Given.Size(160, 600), Given.Size(728, 90));
        var request = new DrawContactSheetRequest { AssetIds = { made.Select(asset => asset.Id) }, Width = 900, RowHeight = 160, Title = "秋日出海礼" };
        using var file = new MemoryStream();
        await foreach (var chunk in _assets.DrawContactSheet(request).ResponseStream.ReadAllAsync())
        {
            chunk.Data.WriteTo(file);
        }

        using var page = new Engine.Imaging.Rasterizer().Decode(file.ToArray());
        Assert.Equal(900, page.Size.Width);
        Assert.InRange(page.Size.Height, 200, 1200);
    }

    [Fact]
    public async Task Names_every_asset_that_a_contact_sheet_lacks()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            using var call = _assets.DrawContactSheet(new DrawContactSheetRequest { AssetIds = { "one", "two" } });
            await call.ResponseStream.MoveNext(CancellationToken.None);
        });
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
        Assert.Equal(["one", "two"], error.Details().Details.Select(detail => detail.Unpack<Google.Rpc.ResourceInfo>().ResourceName));
    }

    private async Task<List<Asset>> RenderAsync(string campaign, ulong seed, params PlacementRef[] placements)
    {
        var request = Given.Request(placements);
        request.Brief.Campaign = campaign;
        request.Brief.Seed = seed;
        return [.. (await _assets.Render(request).AllAsync()).Select(one => one.Asset).OfType<Asset>()];
    }
}
