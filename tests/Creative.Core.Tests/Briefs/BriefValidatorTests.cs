using Creative.Core.Briefs;
using Creative.Core.Imaging;
using Xunit;

namespace Creative.Core.Tests.Briefs;

public sealed class BriefValidatorTests
{
    [Fact]
    public void Reads_a_brief_in_good_order()
    {
        var verdict = SampleBriefs.Read(SampleBriefs.Draft);

        Assert.Empty(verdict.Problems);
        var brief = verdict.Brief!;
        Assert.Equal("18 权益日\n省的不止一点点", brief.Copy.Headline);
        Assert.Equal("consumer", brief.ProductType);
        Assert.Equal(["rda_landscape", "iab_mobile_320"], brief.Placements.Select(placement => placement.Id));
        Assert.Equal(2, brief.Variants);
        Assert.Null(brief.Format);
        Assert.Same(SampleBriefs.Brand, verdict.Brand);
    }

    [Fact]
    public void Names_every_problem_of_a_bad_brief_at_once()
    {
        var verdict = SampleBriefs.Read(new BriefDraft
        {
            Brand = "nobody",
            Copy = new CopyDraft("", new string('好', 81), null, "现在就去参加我们的这个活动吧好不好呀", null),
            ProductType = "lottery",
            Placements = [new PlacementDraft("nowhere", null), new PlacementDraft(null, new CustomPlacementDraft(0, 0, 0, [], null))],
            Variants = 9,
            Format = 7,
            Style = "baroque",
            Evidence = [new EvidenceDraft("", "words")],
        });

        Assert.Null(verdict.Brief);
        Assert.Equal(
            [
                "brief.brand", "brief.campaign", "brief.copy.call_to_action", "brief.copy.headline", "brief.copy.subhead", "brief.evidence[0].id",
                "brief.format", "brief.placements[0].id", "brief.placements[1].custom.height", "brief.placements[1].custom.width",
                "brief.product_type", "brief.style", "brief.variants",
            ],
            verdict.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(61)]
    public void Refuses_a_headline_that_is_too_long(int length)
    {
        var problem = Assert.Single(SampleBriefs.Read(SampleBriefs.WithHeadline(new string('好', length))).Problems);

        Assert.Equal("brief.copy.headline", problem.Field);
        Assert.Contains($"{length} characters", problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Message.Length < 100);
    }

    [Theory]
    [InlineData("省\u202E钱", "U+202E")]
    [InlineData("省\u2066钱", "U+2066")]
    [InlineData("省\u200F钱", "U+200F")]
    [InlineData("省\u0007钱", "U+0007")]
    [InlineData("省\r\n钱", "U+000D")]
    [InlineData("省\u200B钱", "U+200B")]
    [InlineData("省\u2028钱", "U+2028")]
    [InlineData("省\uE000钱", "U+E000")]
    public void Refuses_what_cannot_be_seen_and_names_it(string headline, string code)
    {
        var problems = SampleBriefs.Read(SampleBriefs.WithHeadline(headline)).Problems;

        Assert.Contains(problems, problem => problem.Field == "brief.copy.headline"
            && problem.Message.Contains(code, StringComparison.Ordinal) && problem.Message.Contains("at character 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Refuses_half_of_a_surrogate_pair() =>
        Assert.Contains(SampleBriefs.Read(SampleBriefs.WithHeadline("省" + (char)0xD83D)).Problems,
            problem => problem.Message.Contains("surrogate", StringComparison.Ordinal));

    [Fact]
    public void Refuses_a_headline_of_three_lines() =>
        Assert.Equal("brief.copy.headline", Assert.Single(SampleBriefs.Read(SampleBriefs.WithHeadline("省\n钱\n啦")).Problems).Field);

    [Fact]
    public void Refuses_a_line_break_outside_the_headline()
    {
        var draft = SampleBriefs.Draft with { Copy = SampleBriefs.Draft.Copy! with { Subhead = "好礼\n等你" } };

        Assert.Equal("brief.copy.subhead", Assert.Single(SampleBriefs.Read(draft).Problems).Field);
    }

    [Fact]
    public void Normalises_to_NFC_and_trims()
    {
        var draft = SampleBriefs.Draft with { Campaign = "  Cafe\u0301 ", Audience = "\u212bngstrom" };

        var brief = SampleBriefs.Read(draft).Brief!;

        Assert.Equal("Café", brief.Campaign);
        Assert.Equal("Ångstrom", brief.Audience);
    }

    [Fact]
    public void Names_each_character_that_no_font_can_draw_script_by_script()
    {
        var problems = SampleBriefs.Read(SampleBriefs.WithHeadline("省钱 มา 🎉 省钱")).Problems;

        Assert.Equal(2, problems.Length);
        Assert.All(problems, problem => Assert.Equal("brief.copy.headline", problem.Field));
        Assert.Contains(problems, problem => problem.Message.EndsWith("Thai: 'ม' (U+0E21), 'า' (U+0E32)", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Message.EndsWith("emoji and symbols: '🎉' (U+1F389)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 0, new[] { "width", "height" })]
    [InlineData(100_000, 1, new[] { "width", "height" })]
    [InlineData(99, 600, new[] { "width" })]
    [InlineData(600, 4097, new[] { "height" })]
    public void Refuses_a_size_out_of_range(int width, int height, string[] sides)
    {
        var draft = SampleBriefs.Draft with { Placements = [new PlacementDraft(null, new CustomPlacementDraft(width, height, 0, [], null))] };

        Assert.Equal(sides.Select(side => $"brief.placements[0].custom.{side}"), SampleBriefs.Read(draft).Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Reads_a_size_of_ones_own()
    {
        var custom = new CustomPlacementDraft(777, 333, 90_000, [4, 1], new Insets(10, 0, 20, 0));

        var placement = Assert.Single(SampleBriefs.Read(SampleBriefs.Draft with { Placements = [new PlacementDraft("", custom)] }).Brief!.Placements);

        Assert.Equal(new CanvasSize(777, 333), placement.Size);
        Assert.Equal(90_000, placement.MaxBytes);
        Assert.Equal([ImageFormat.Avif, ImageFormat.Jpeg], placement.Formats.AsEnumerable());
        Assert.Equal(new Insets(10, 0, 20, 0), placement.SafeArea);
    }

    [Fact]
    public void Refuses_a_safe_area_that_leaves_no_room_and_a_cap_that_holds_no_file()
    {
        var custom = new CustomPlacementDraft(1200, 628, 1000, [9], new Insets(-1, 0, double.NaN, 0));
        var draft = SampleBriefs.Draft with
        {
            Placements = [new PlacementDraft(null, custom), new PlacementDraft(null, new CustomPlacementDraft(1200, 628, 0, [], new Insets(300, 0, 300, 0)))],
        };

        Assert.Equal(
            [
                "brief.placements[0].custom.max_bytes", "brief.placements[0].custom.formats[0]", "brief.placements[0].custom.safe_area.top",
                "brief.placements[0].custom.safe_area.bottom", "brief.placements[1].custom.safe_area",
            ],
            SampleBriefs.Read(draft).Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Refuses_a_placement_that_is_there_twice()
    {
        var custom = new PlacementDraft(null, new CustomPlacementDraft(640, 320, 0, [], null));
        var id = new PlacementDraft("tx_h", null);

        var problems = SampleBriefs.Read(SampleBriefs.Draft with { Placements = [id, custom, id, custom] }).Problems;

        Assert.Equal(["brief.placements[2]", "brief.placements[3]"], problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Refuses_a_placement_that_is_nothing_or_both()
    {
        var both = new PlacementDraft("tx_h", new CustomPlacementDraft(640, 320, 0, [], null));

        var problems = SampleBriefs.Read(SampleBriefs.Draft with { Placements = [new PlacementDraft(null, null), both] }).Problems;

        Assert.Equal(["brief.placements[0]", "brief.placements[1]"], problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Refuses_no_placements_and_too_many()
    {
        Assert.Equal("brief.placements", Assert.Single(SampleBriefs.Read(SampleBriefs.Draft with { Placements = [] }).Problems).Field);
        Assert.Equal("brief.placements", Assert.Single(SampleBriefs.Read(
            SampleBriefs.Draft with { Placements = [.. Enumerable.Repeat(new PlacementDraft("tx_h", null), 201)] }).Problems).Field);
    }

    [Fact]
    public void Counts_no_variants_as_one() => Assert.Equal(1, SampleBriefs.Read(SampleBriefs.Draft with { Variants = 0 }).Brief!.Variants);

    [Fact]
    public void Takes_the_disclaimer_of_the_brand_when_the_brief_has_none()
    {
        var draft = SampleBriefs.Draft with { ProductType = "insurance", Copy = SampleBriefs.Draft.Copy! with { Disclaimer = "" } };

        Assert.Equal("由蓝兰保险股份有限公司承保，具体以保险合同条款为准", SampleBriefs.Read(draft).Brief!.Copy.Disclaimer);
    }

    [Fact]
    public void Refuses_a_finance_product_without_its_warnings()
    {
        var problems = SampleBriefs.Read(SampleBriefs.Draft with { ProductType = "fund" }).Problems;

        Assert.All(problems, problem => Assert.Equal("brief.copy.disclaimer", problem.Field));
        Assert.Contains(problems, problem => problem.Message.Contains("基金有风险，投资需谨慎", StringComparison.Ordinal));
    }

    [Fact]
    public void Refuses_words_that_may_not_be_said_and_names_the_rule()
    {
        var problem = Assert.Single(SampleBriefs.Read(SampleBriefs.WithHeadline("稳赚不赔的权益日")).Problems);

        Assert.Equal("brief.copy.headline", problem.Field);
        Assert.Contains("INV-02", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("大家一起薅 羊 毛", "薅羊毛")]
    [InlineData("CHEAP and cheerful", "cheap")]
    public void Refuses_a_word_that_the_brand_does_not_use_and_names_it(string subhead, string word)
    {
        var brand = SampleBriefs.Brand with { ForbiddenWords = ["薅羊毛", "cheap"] };
        var draft = SampleBriefs.Draft with { Copy = SampleBriefs.Draft.Copy! with { Subhead = subhead } };

        var problem = Assert.Single(SampleBriefs.Read(draft, brand).Problems);

        Assert.Equal("brief.copy.subhead", problem.Field);
        Assert.StartsWith($"'{word}' is a word that 蓝兰理财 does not use", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_Latin_word_only_whole()
    {
        var draft = SampleBriefs.Draft with { Copy = SampleBriefs.Draft.Copy! with { Subhead = "Cheaper by the dozen" } };

        Assert.Empty(SampleBriefs.Read(draft, SampleBriefs.Brand with { ForbiddenWords = ["cheap"] }).Problems);
    }

    [Fact]
    public void Lets_a_claim_through_with_its_evidence()
    {
        var draft = SampleBriefs.WithHeadline("最高领88元");

        Assert.Contains("ABS-05", Assert.Single(SampleBriefs.Read(draft).Problems).Message, StringComparison.Ordinal);
        Assert.Empty(SampleBriefs.Read(draft with { Evidence = [new EvidenceDraft("TERMS-7", "最高领88元")] }).Problems);
    }

    [Fact]
    public void Refuses_personal_data_without_repeating_it()
    {
        var draft = SampleBriefs.Draft with { Subject = "礼盒，联系 138-0013-8000" };

        var problem = Assert.Single(SampleBriefs.Read(draft).Problems);

        Assert.Equal("brief.subject", problem.Field);
        Assert.Contains("mobile phone", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("138", problem.Message, StringComparison.Ordinal);
    }
}
