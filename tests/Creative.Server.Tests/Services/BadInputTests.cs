using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Server.Tests.Services;

[Collection(SharedServerTests.Name)]
public sealed class BadInputTests(SharedServer shared)
{
    private readonly TestServer _server = shared.Server;

    public static TheoryData<string, string> BadHeadlines => new()
    {
        { "empty", "" },
        { "10,000 characters", new string('金', 10_000) },
        { "a control character", "秋日\u0007出海礼" },
        { "a bidirectional override", "秋日\u202e出海礼" },
        { "a bidirectional isolate", "秋日\u2066出海礼" },
        { "three lines", "秋\n日\n礼" },
    };

    [Theory]
    [MemberData(nameof(BadHeadlines))]
    public async Task Refuses_a_headline_that_is_or_has(string what, string headline)
    {
        var request = Given.Request();
        request.Brief.Copy.Headline = headline;
        Assert.True(what.Length > 0);
        Assert.Contains("brief.copy.headline", await FieldsAsync(request));
    }

    [Fact]
    public async Task Refuses_a_brief_without_copy()
    {
        var request = Given.Request();
        request.Brief.Copy = null;
        Assert.Contains("brief.copy.headline", await FieldsAsync(request));
    }

    [Fact]
    public async Task Refuses_a_request_without_a_brief() => Assert.Equal(["brief"], await FieldsAsync(new RenderRequest()));

    [Fact]
    public async Task Refuses_an_unknown_brand()
    {
        var request = Given.Request();
        request.Brief.Brand = "no-such-brand";
        Assert.Equal(["brief.brand"], await FieldsAsync(request));
    }

    [Fact]
    public async Task Refuses_no_placements()
    {
        var request = Given.Request();
        request.Brief.Placements.Clear();
        Assert.Equal(["brief.placements"], await FieldsAsync(request));
    }

    [Fact]
    public async Task Refuses_a_placement_of_no_size() => Assert.Equal(
        ["brief.placements[0].custom.width", "brief.placements[0].custom.height"], await FieldsAsync(Given.Request(Given.Size(0, 0))));

    [Fact]
    public async Task Refuses_a_placement_of_100000_by_1() => Assert.Equal(
        ["brief.placements[0].custom.width", "brief.placements[0].custom.height"], await FieldsAsync(Given.Request(Given.Size(100_000, 1))));

    [Fact]
    public async Task Refuses_a_placement_that_is_not_in_the_catalogue() => Assert.Equal(
        ["brief.placements[1].id"], await FieldsAsync(Given.Request(Given.Size(300, 250), new PlacementRef { Id = "no_such_slot" })));

    [Fact]
    public async Task Refuses_options_out_of_range_each_by_name()
    {
        var request = Given.Request();
        request.RequestId = "has spaces";
        request.Options = new RenderOptions { PreviewSize = 8, Steps = 151, Guidance = 0.5, Scheduler = "magic", Candidates = 17 };
        Assert.Equal(
            ["request_id", "options.preview_size", "options.steps", "options.guidance", "options.candidates", "options.scheduler"], await FieldsAsync(request));
    }

    [Fact]
    public async Task Names_every_problem_of_a_request_at_once()
    {
        var request = Given.Request(Given.Size(7, 5));
        request.Brief.Campaign = "";
        request.Brief.Copy.Headline = "";
        request.Brief.Variants = 9;
        request.Brief.Style = "no-such-style";
        var fields = await FieldsAsync(request);
        Assert.Superset(
            new HashSet<string> { "brief.campaign", "brief.copy.headline", "brief.variants", "brief.style", "brief.placements[0].custom.width", "brief.placements[0].custom.height" },
            fields.ToHashSet());
    }

    [Fact]
    public async Task Refuses_an_unknown_font()
    {
        var brand = Given.Brand();
        brand.Fonts[0].Family = "Comic Sans MS";
        Assert.Equal(["brand.fonts[0].family"], await FieldsAsync(brand));
    }

    public static TheoryData<string, string> BadLogos => new()
    {
        { "an external image", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"><image href="http://example.org/x.png" width="9" height="4"/></svg>""" },
        { "a file of the server", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"><image href="file:///etc/passwd" width="9" height="4"/></svg>""" },
        { "an external entity", """<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"><text>&x;</text></svg>""" },
        {
            "a billion laughs",
            """<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"><text>&c;</text></svg>"""
        },
        { "a script", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"><script>alert(1)</script></svg>""" },
    };

    [Theory]
    [MemberData(nameof(BadLogos))]
    public async Task Refuses_a_logo_with(string what, string svg)
    {
        var brand = Given.Brand();
        brand.Logos[0].Svg = ByteString.CopyFromUtf8(svg);
        Assert.True(what.Length > 0);
        Assert.Contains("brand.logos[0].svg", await FieldsAsync(brand));
    }

    [Fact]
    public async Task Refuses_a_brand_that_is_not_there() =>
        Assert.Equal(["brand"], await Calls.RefusedFieldsAsync(async () => await _server.Brands.PutBrandAsync(new PutBrandRequest())));

    [Fact]
    public async Task Keeps_nothing_of_what_it_refuses()
    {
        var before = await _server.Assets.ListAssetsAsync(new ListAssetsRequest { Campaign = "refused" });
        var request = Given.Request(Given.Size(0, 0));
        request.RequestId = "refused-1";
        request.Brief.Campaign = "refused";
        await FieldsAsync(request);

        request.Brief.Placements[0] = Given.Size(300, 250);
        request.Brief.Copy.Headline = "";
        await FieldsAsync(request);
        Assert.Empty(before.Assets);
        Assert.Empty((await _server.Assets.ListAssetsAsync(new ListAssetsRequest { Campaign = "refused" })).Assets);
    }

    [Fact]
    public async Task Refuses_a_message_larger_than_the_limit()
    {
        var brand = Given.Brand();
        brand.Logos[0].Svg = ByteString.CopyFrom(new byte[5 * 1024 * 1024]);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await _server.Brands.PutBrandAsync(new PutBrandRequest { Brand = brand }));
        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
    }

    // Both ways in check the same; asking both keeps them that way.
    private async Task<string[]> FieldsAsync(RenderRequest request)
    {
        var started = await Calls.RefusedFieldsAsync(async () => await _server.Assets.StartRenderAsync(request));
        var rendered = await Calls.RefusedFieldsAsync(async () => await _server.Assets.Render(request).AllAsync());
        Assert.Equal(started, rendered);
        return started;
    }

    private Task<string[]> FieldsAsync(Brand brand) =>
        Calls.RefusedFieldsAsync(async () => await _server.Brands.PutBrandAsync(new PutBrandRequest { Brand = brand, ValidateOnly = true }));
}
