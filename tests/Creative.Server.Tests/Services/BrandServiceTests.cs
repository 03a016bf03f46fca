using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Grpc.Core;

namespace Creative.Server.Tests.Services;

[Collection(SharedServerTests.Name)]
public sealed class BrandServiceTests(SharedServer shared)
{
    private readonly BrandService.BrandServiceClient _brands = shared.Server.Brands;

    [Fact]
    public async Task Gives_back_the_brand_that_was_put()
    {
        var wanted = Given.Brand();
        var brand = await _brands.GetBrandAsync(new GetBrandRequest { Id = Given.BrandId });
        Assert.Equal(wanted.Name, brand.Name);
        Assert.Equal(wanted.Colours.Select(colour => colour.Hex).Order(), brand.Colours.Select(colour => colour.Hex).Order());
        Assert.Equal(wanted.Glossary, brand.Glossary);
        Assert.Contains("<path", brand.Logos.Single().Svg.ToStringUtf8(), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{12}$", brand.Version);
    }

    [Fact]
    public async Task Gives_the_same_content_the_same_version()
    {
        var first = await _brands.PutBrandAsync(new PutBrandRequest { Brand = Given.Brand() });
        var second = await _brands.PutBrandAsync(new PutBrandRequest { Brand = Given.Brand() });
        Assert.Equal(first.Version, second.Version);
    }

    [Fact]
    public async Task Keeps_every_version()
    {
        var brand = Given.Brand();
        brand.Id = "versions";
        var first = await _brands.PutBrandAsync(new PutBrandRequest { Brand = brand });
        brand.Colours[0].Hex = "#113355";
        var second = await _brands.PutBrandAsync(new PutBrandRequest { Brand = brand });

        Assert.NotEqual(first.Version, second.Version);
        Assert.Equal("#113355", Primary(await _brands.GetBrandAsync(new GetBrandRequest { Id = "versions" })));
        Assert.Equal("#0b3d91", Primary(await _brands.GetBrandAsync(new GetBrandRequest { Id = "versions", Version = first.Version })));
    }

    [Fact]
    public async Task Stores_nothing_when_asked_to_check_only()
    {
        var brand = Given.Brand();
        brand.Id = "only-checked";
        var answer = await _brands.PutBrandAsync(new PutBrandRequest { Brand = brand, ValidateOnly = true });
        Assert.NotEmpty(answer.Version);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await _brands.GetBrandAsync(new GetBrandRequest { Id = "only-checked" }));
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
        Assert.Equal("brand", error.Detail<Google.Rpc.ResourceInfo>().ResourceType);
    }

    [Fact]
    public async Task Lists_brands_without_their_files()
    {
        var brand = (await _brands.ListBrandsAsync(new ListBrandsRequest())).Brands.Single(one => one.Id == Given.BrandId);
        Assert.Equal("full", brand.Logos.Single().Variant);
        Assert.True(brand.Logos.Single().Svg.IsEmpty);
    }

    [Fact]
    public async Task Lists_the_placements_by_platform_and_family()
    {
        var all = await _brands.ListPlacementsAsync(new ListPlacementsRequest());
        Assert.True(all.Placements.Count >= 81, $"{all.Placements.Count} placements");
        Assert.NotEmpty(all.Version);
        var one = all.Placements[0];
        var some = await _brands.ListPlacementsAsync(new ListPlacementsRequest { Platform = one.Platform, Family = one.Family });
        Assert.Contains(one, some.Placements);
        Assert.All(some.Placements, placement => Assert.Equal((one.Platform, one.Family), (placement.Platform, placement.Family)));
    }

    [Fact]
    public async Task Lists_at_least_three_styles()
    {
        var styles = (await _brands.ListStylesAsync(new ListStylesRequest())).Styles;
        Assert.True(styles.Count >= 3, $"{styles.Count} styles");
        Assert.All(styles, style => Assert.True(style.Id.Length > 0 && style.NameEn.Length > 0 && style.NameZh.Length > 0 && style.MoodWords.Count > 0));
    }

    [Fact]
    public async Task Lists_the_house_words()
    {
        var entries = (await _brands.ListGlossaryAsync(new ListGlossaryRequest { Brand = Given.BrandId })).Entries;
        Assert.Equal("小金库", Assert.Single(entries).Term);
    }

    private static string Primary(Brand brand) => brand.Colours.Single(colour => colour.Role == "primary").Hex;
}
