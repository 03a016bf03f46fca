using System.Text;
using Creative.Core.Brands;
using Creative.Core.Tests.Briefs;
using Xunit;

namespace Creative.Core.Tests.Brands;

public sealed class BrandValidatorTests
{
    private const string Circle = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 7 5"><path d="M1 1H6V4Z" fill="#123456"/></svg>""";

    private static readonly BrandDraft Good = new()
    {
        Id = "lan-lan",
        Name = "蓝兰",
        Market = "CN",
        Locale = "zh-CN",
        Logos = [Logo("full", Circle), Logo("mark", Circle)],
        Colours = [new("primary", "#1040a0", 0), new("secondary", "#2060c0", 0.04), new("accent", "#f0b020", 0.2)],
        Fonts = [new("display", "Han", 900), new("text", "Latin", 400)],
        Glossary = [new("小金库", "零钱产品", "piggy bank", "金库")],
        ComplianceProfile = "cn-finance",
        Styles = ["premium"],
        Disclaimers = new Dictionary<string, string> { ["fund"] = "基金有风险，投资需谨慎" },
        CornerRadius = 0.5,
    };

    [Fact]
    public void Reads_a_brand_in_good_order()
    {
        var verdict = Read(Good);

        Assert.Empty(verdict.Problems);
        var brand = verdict.Brand!;
        Assert.Matches("^[0-9a-f]{12}$", brand.Version);
        Assert.Equal(0.05, brand.Colours["primary"].Tolerance);
        Assert.Equal(7, brand.Logos[0].Svg.Width);
        Assert.Equal("Han", brand.Fonts["display"].Family);
    }

    [Fact]
    public void Names_every_problem_at_once()
    {
        var verdict = Read(new BrandDraft
        {
            Id = "Lan Lan",
            Name = new string('蓝', 61),
            Market = "China",
            Locale = "",
            Logos = [Logo("mark", Circle), Logo("badge", "", -1, 0)],
            Colours = [new("primary", "blue", 0.5), new("primary", "#000000", 0)],
            Fonts = [new("display", "Comic Sans", 50)],
            Tone = "tone\u202E",
            Glossary = [new("", "", "unicorn", "")],
            ComplianceProfile = "none",
            Styles = ["baroque"],
            Disclaimers = new Dictionary<string, string> { ["lottery"] = "" },
            CornerRadius = 0.7,
        });

        Assert.Null(verdict.Brand);
        Assert.Equal(
            [
                "brand.colours", "brand.colours", "brand.colours[0].hex", "brand.colours[0].tolerance", "brand.compliance_profile", "brand.corner_radius",
                "brand.disclaimers", "brand.disclaimers[lottery]", "brand.fonts", "brand.fonts[0].family", "brand.fonts[0].weight",
                "brand.glossary[0].element", "brand.glossary[0].term", "brand.id", "brand.locale", "brand.logos", "brand.logos[1].clear_space",
                "brand.logos[1].min_height", "brand.logos[1].svg", "brand.logos[1].variant", "brand.market", "brand.name", "brand.styles[0]", "brand.tone",
            ],
            verdict.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lists_the_fonts_there_are_when_one_is_unknown()
    {
        var problem = Assert.Single(Read(Good with { Fonts = [new("display", "Comic Sans", 700), new("text", "Han", 400)] }).Problems);

        Assert.Equal("brand.fonts[0].family", problem.Field);
        Assert.Contains("Han, Latin", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 7 5"><desc>&b;</desc></svg>""")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 7 5"><image href="https://example.com/logo.png" width="7" height="5"/></svg>""")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 7 5"><script>alert(1)</script></svg>""")]
    [InlineData("not a drawing")]
    public void Refuses_a_logo_that_is_not_harmless(string svg)
    {
        var verdict = Read(Good with { Logos = [Logo("full", svg)] });

        Assert.Null(verdict.Brand);
        Assert.NotEmpty(verdict.Problems);
        Assert.All(verdict.Problems, problem => Assert.Equal("brand.logos[0].svg", problem.Field));
    }

    [Fact]
    public void Refuses_a_logo_that_is_too_large()
    {
        var verdict = Read(Good with { Logos = [new LogoDraft("full", new byte[(256 * 1024) + 1], 0.5, 24)] });

        Assert.Contains("262145 bytes", Assert.Single(verdict.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_depends_on_the_content_and_on_nothing_else()
    {
        var version = Read(Good).Brand!.Version;

        Assert.Equal(version, Read(Good with { Colours = [.. Good.Colours.Reverse()], Logos = [.. Good.Logos.Reverse()] }).Brand!.Version);
        Assert.NotEqual(version, Read(Good with { CornerRadius = 0.4 }).Brand!.Version);
        Assert.NotEqual(version, Read(Good with { Logos = [Logo("full", Circle), Logo("mark", Circle, 0.6)] }).Brand!.Version);
        Assert.NotEqual(version, Read(Good with { Tone = "calm" }).Brand!.Version);
    }

    private static BrandVerdict Read(BrandDraft draft) => new BrandValidator(new ListedFonts(), ["festive", "premium"], ["piggy bank", "gold coin"]).Validate(draft);

    private static LogoDraft Logo(string variant, string svg, double clearSpace = 0.5, double minHeight = 24) =>
        new(variant, Encoding.UTF8.GetBytes(svg), clearSpace, minHeight);
}
