using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Grpc.Core;

namespace Creative.Server.Tests.Services;

/// <summary>Drafts, publications and going back.</summary>
[Collection(SharedServerTests.Name)]
public sealed class BrandVersionTests(SharedServer shared)
{
    private readonly BrandService.BrandServiceClient _brands = shared.Server.Brands;
    private readonly AssetService.AssetServiceClient _assets = shared.Server.Assets;

    [Fact]
    public async Task A_draft_is_kept_and_shown_only_to_who_names_its_version()
    {
        var published = await PutAsync("drafts", "#0b3d91");
        var draft = await PutAsync("drafts", "#113355", isDraft: true);

        Assert.Equal((false, true), (published.Draft, draft.Draft));
        Assert.Equal(published.Version, (await _brands.GetBrandAsync(new GetBrandRequest { Id = "drafts" })).Version);
        Assert.True((await _brands.GetBrandAsync(new GetBrandRequest { Id = "drafts", Version = draft.Version })).Draft);
        Assert.Equal(published.Version, (await _brands.ListBrandsAsync(new ListBrandsRequest())).Brands.Single(brand => brand.Id == "drafts").Version);
        Assert.Equal([(published.Version, true, false), (draft.Version, false, true)], await VersionsAsync("drafts"));
    }

    [Fact]
    public async Task Publishing_makes_a_version_the_one_in_use_and_goes_back_the_same_way()
    {
        var first = await PutAsync("going-back", "#0b3d91");
        var second = await PutAsync("going-back", "#113355", isDraft: true);

        Assert.False((await _brands.PublishBrandAsync(new PublishBrandRequest { Id = "going-back", Version = second.Version })).Draft);
        Assert.Equal([(second.Version, true, false), (first.Version, false, false)], await VersionsAsync("going-back"));

        await _brands.PublishBrandAsync(new PublishBrandRequest { Id = "going-back", Version = first.Version });
        Assert.Equal([(first.Version, true, false), (second.Version, false, false)], await VersionsAsync("going-back"));
    }

    [Fact]
    public async Task Putting_a_draft_without_draft_publishes_it()
    {
        var draft = await PutAsync("draft-put", "#0b3d91", isDraft: true);
        await Assert.ThrowsAsync<RpcException>(async () => await _brands.GetBrandAsync(new GetBrandRequest { Id = "draft-put" }));

        var put = await PutAsync("draft-put", "#0b3d91");

        Assert.Equal((draft.Version, false), (put.Version, put.Draft));
        Assert.Equal([(draft.Version, true, false)], await VersionsAsync("draft-put"));
    }

    [Fact]
    public async Task A_render_uses_the_published_version_unless_it_names_another()
    {
        var published = await PutAsync("versions-drawn", "#0b3d91");
        var draft = await PutAsync("versions-drawn", "#113355", isDraft: true);
        var request = Given.Request(Given.Size(300, 250));
        request.Brief.Brand = "versions-drawn";

        Assert.Equal(published.Version, await DrawnWithAsync(request));
        request.Brief.BrandVersion = draft.Version;
        Assert.Equal(draft.Version, await DrawnWithAsync(request));

        request.Brief.BrandVersion = "000000000000";
        request.Brief.Variants = 99;
        Assert.Equal(["brief.brand_version", "brief.variants"], (await Calls.RefusedFieldsAsync(async () => await _assets.StartRenderAsync(request))).Order());
    }

    [Fact]
    public async Task Knows_no_other_versions()
    {
        var publish = await Assert.ThrowsAsync<RpcException>(async () => await _brands.PublishBrandAsync(new PublishBrandRequest { Id = Given.BrandId, Version = "ffffffffffff" }));
        var list = await Assert.ThrowsAsync<RpcException>(async () => await _brands.ListBrandVersionsAsync(new ListBrandVersionsRequest { Id = "nobody" }));
        Assert.Equal((StatusCode.NotFound, StatusCode.NotFound), (publish.StatusCode, list.StatusCode));
    }

    [Fact]
    public async Task Keeps_the_words_buttons_and_imagery_of_a_kit()
    {
        var brand = Given.Brand();
        brand.Id = "whole-kit";
        brand.ButtonStyle = "outline";
        brand.ForbiddenWords.Add("薅羊毛");
        brand.Imagery = new Imagery { Material = "matte", Light = "cool light" };
        await _brands.PutBrandAsync(new PutBrandRequest { Brand = brand });

        var kept = await _brands.GetBrandAsync(new GetBrandRequest { Id = "whole-kit" });
        Assert.Equal(("outline", "薅羊毛", brand.Imagery), (kept.ButtonStyle, kept.ForbiddenWords.Single(), kept.Imagery));

        var request = Given.Request(Given.Size(300, 250));
        request.Brief.Brand = "whole-kit";
        request.Brief.Copy.Subhead = "一起薅羊毛";
        Assert.Equal(["brief.copy.subhead"], await Calls.RefusedFieldsAsync(async () => await _assets.StartRenderAsync(request)));

        request.Brief.Copy.Subhead = "";
        var asset = (await _assets.Render(request).AllAsync()).Select(one => one.Asset).OfType<Asset>().Single();
        Assert.All(asset.Provenance.Elements, element => Assert.True(
            element.Prompt.Contains("matte", StringComparison.Ordinal) && element.Prompt.Contains("cool light", StringComparison.Ordinal), element.Prompt));
    }

    private async Task<Brand> PutAsync(string id, string primary, bool isDraft = false)
    {
        var brand = Given.Brand();
        brand.Id = id;
        brand.Colours[0].Hex = primary;
        return await _brands.PutBrandAsync(new PutBrandRequest { Brand = brand, Draft = isDraft });
    }

    private async Task<(string Version, bool Current, bool Draft)[]> VersionsAsync(string id) =>
        [.. (await _brands.ListBrandVersionsAsync(new ListBrandVersionsRequest { Id = id })).Versions.Select(version => (version.Version, version.Current, version.Draft))];

    private async Task<string> DrawnWithAsync(RenderRequest request) =>
        (await _assets.Render(request).AllAsync()).Select(one => one.Asset).OfType<Asset>().Single().Provenance.BrandVersion;
}
