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

    [Fact]
    public void The_version_of_a_kit_that_says_nothing_new_stays_what_it_was()
    {
        var explicitly = Good with { ButtonStyle = "styled", ForbiddenWords = [], Imagery = new("", "") };

        Assert.Equal(Read(Good).Brand!.Version, Read(explicitly).Brand!.Version);
        Assert.NotEqual(Read(Good).Brand!.Version, Read(Good with { ButtonStyle = "flat" }).Brand!.Version);
        Assert.NotEqual(Read(Good).Brand!.Version, Read(Good with { ForbiddenWords = ["薅羊毛"] }).Brand!.Version);
        Assert.NotEqual(Read(Good).Brand!.Version, Read(Good with { Imagery = new("matte", "") }).Brand!.Version);
    }

    [Fact]
    public void Refuses_buttons_and_imagery_that_there_are_none_of() => Assert.Equal(
        ["brand.button_style", "brand.imagery.light", "brand.imagery.material"],
        Fields(Good with { ButtonStyle = "neon", Imagery = new("velvet", "moonlight") }));

    [Theory]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="20000"><path d="M1 1H6V4Z"/></svg>""", "width says 30000 px")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30000 200"><path d="M1 1H6V4Z"/></svg>""", "viewBox says 30000 px")]
    public void Refuses_a_logo_of_30000_pixels(string svg, string reason)
    {
        var problems = Read(Good with { Logos = [Logo("full", svg)] }).Problems;

        Assert.All(problems, problem => Assert.Equal("brand.logos[0].svg", problem.Field));
        Assert.Contains(problems, problem => problem.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Refuses_colours_that_nothing_can_be_read_in()
    {
        var grey = Good with { Colours = [new("primary", "#777777", 0), new("secondary", "#808080", 0), new("accent", "#6f6f6f", 0)] };

        var problem = Assert.Single(Read(grey).Problems);

        Assert.Equal("brand.colours", problem.Field);
        Assert.Contains("accent and secondary differ most, with 1.27:1", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_an_ink_that_is_pale_on_its_paper()
    {
        var pale = Good with { Colours = [.. Good.Colours, new("ink", "#9a9a9a", 0), new("paper", "#ffffff", 0)] };

        Assert.Contains("ink on paper has a contrast of 2.8", Assert.Single(Read(pale).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_terms_that_are_explained_in_a_circle_each_circle_once()
    {
        var circles = Good with
        {
            Glossary = [new("小金库", "放橙豆的地方", "", ""), new("橙豆", "白条还清后得的", "", ""), new("白条", "从小金库里借", "", ""), new("权益日", "会员日那天", "", ""), new("会员日", "就是权益日", "", ""), new("红包", "小金库里的钱", "", "")],
        };

        var problems = Read(circles).Problems;

        Assert.Equal(["brand.glossary[0].meaning", "brand.glossary[3].meaning"], problems.Select(problem => problem.Field));
        Assert.Contains("小金库 → 橙豆 → 白条 → 小金库", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("权益日 → 会员日 → 权益日", problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_terms_that_lean_on_each_other_or_say_their_own_name() => Assert.Empty(Fields(Good with
    {
        Glossary = [new("小金库", "放橙豆的地方", "", ""), new("橙豆", "会员积分，橙色的豆，也叫橙豆积分", "", ""), new("红包", "从小金库里来的橙豆", "", "")],
    }));

    [Fact]
    public void Refuses_a_disclaimer_with_a_word_that_the_kit_forbids() => Assert.Equal(
        ["brand.disclaimers[fund]"], Fields(Good with { ForbiddenWords = ["谨慎"] }));

    [Fact]
    public void Refuses_a_disclaimer_that_no_font_can_draw() => Assert.Equal(
        ["brand.disclaimers[fund]"], Fields(Good with { Disclaimers = new Dictionary<string, string> { ["fund"] = "ความเสี่ย" } }).Distinct());

    [Fact]
    public void Refuses_personal_data_in_every_text() => Assert.Equal(
        ["brand.disclaimers[fund]", "brand.glossary[0].meaning", "brand.tone"],
        Fields(Good with { Tone = "问13800138000", Glossary = [new("管家", "找11010519491231002X", "", "")], Disclaimers = new Dictionary<string, string> { ["fund"] = "卡4111 1111 1111 1111" } }));

    private static IEnumerable<string> Fields(BrandDraft draft) => Read(draft).Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal);

    private static BrandVerdict Read(BrandDraft draft) =>
        new BrandValidator(new ListedFonts(), ["festive", "premium"], ["piggy bank", "gold coin"], new ElementLooks(["glossy", "matte"], ["warm light"])).Validate(draft);

    private static LogoDraft Logo(string variant, string svg, double clearSpace = 0.5, double minHeight = 24) =>
        new(variant, Encoding.UTF8.GetBytes(svg), clearSpace, minHeight);
}
