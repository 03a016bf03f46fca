using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Grpc.Core;

namespace Creative.Server.Tests.Services;

[Collection(SharedServerTests.Name)]
public sealed class ExplainTests(SharedServer shared)
{
    private readonly AssetService.AssetServiceClient _assets = shared.Server.Assets;

    [Fact]
    public async Task Explains_an_asset_in_the_language_of_its_brand_or_of_the_caller()
    {
        var asset = await AssetAsync();

        var chinese = await _assets.ExplainAssetAsync(new ExplainAssetRequest { Id = asset.Id });
        var english = await _assets.ExplainAssetAsync(new ExplainAssetRequest { Id = asset.Id, Language = "en" });

        Assert.Equal(("zh-CN", "en"), (chinese.Language, english.Language));
        Assert.Equal(["style", "palette", "elements", "layout", "size", "dropped", "rules", "making"], chinese.Sections.Select(section => section.Id));
        Assert.All(chinese.Sections, section => Assert.NotEmpty(section.Sentences));
        Assert.Equal(("mood", "热闹"), (chinese.Style.Origin, chinese.Style.Words.Single()));
        Assert.Equal(("red packet", "subject", "红包"), (chinese.Elements[0].ElementClass, chinese.Elements[0].Origin, chinese.Elements[0].Word));
        Assert.Contains("红包", Sentence(chinese, "elements"), StringComparison.Ordinal);
        Assert.Contains("red packet", Sentence(english, "elements"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_figures_that_are_those_of_the_record()
    {
        var asset = await AssetAsync();

        var explanation = await _assets.ExplainAssetAsync(new ExplainAssetRequest { Id = asset.Id });

        Assert.All(explanation.Tightest, one => Assert.Contains(one.Check, asset.Report.Checks));
        Assert.True(explanation.Tightest.Count >= 3);
        Assert.Equal(explanation.Tightest.Select(one => one.Headroom).Order(), explanation.Tightest.Select(one => one.Headroom));
        Assert.All(explanation.Tightest, one => Assert.True(one.Headroom >= 0));
        Assert.Equal(asset.Provenance.Layout, explanation.Layout.Boxes);
        Assert.InRange(explanation.Layout.Considered, 1, 100);
        Assert.All(explanation.Elements, element => Assert.InRange(element.PaintedWidth, 16, 4096));
        Assert.Contains(explanation.Elements, element => element.DrawnWidth > 0);
        Assert.Equal(asset.Provenance.Models, explanation.Models);
        Assert.Equal(asset.Provenance.BrandVersion, explanation.BrandVersion);
    }

    [Fact]
    public async Task Refuses_another_language_and_an_unknown_asset()
    {
        var asset = await AssetAsync();
        Assert.Equal(["language"], await Calls.RefusedFieldsAsync(async () => await _assets.ExplainAssetAsync(new ExplainAssetRequest { Id = asset.Id, Language = "tlh" })));

        var error = await Assert.ThrowsAsync<RpcException>(async () => await _assets.ExplainAssetAsync(new ExplainAssetRequest { Id = "no-such-id" }));
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
    }

    private async Task<Asset> AssetAsync()
    {
        var request = Given.Request(Given.Size(640, 360));
        request.RequestId = "explained";
        return (await _assets.Render(request).AllAsync()).Select(one => one.Asset).OfType<Asset>().Single();
    }

    private static string Sentence(AssetExplanation explanation, string section) => explanation.Sections.Single(one => one.Id == section).Sentences[0];
}
