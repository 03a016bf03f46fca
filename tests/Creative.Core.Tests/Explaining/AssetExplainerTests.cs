using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Diffusion;
using Creative.Core.Explaining;
using Creative.Core.Imaging;
using Creative.Core.Placements;
using Xunit;

namespace Creative.Core.Tests.Explaining;

public sealed class AssetExplainerTests
{
    private static readonly AssetFacts Facts = new()
    {
        Brief = new Brief
        {
            Campaign = "权益日", BrandId = "lan", Copy = new Copy("攒一份小欢喜", "每月18日", "", "去看看", ""), Mood = "热闹、喜庆", Subject = "小金库和红包", Placements = [],
        },
        Brand = new BrandFacts(
            "lan", "0123456789ab", "蓝兰", ["premium"], [new GlossaryEntry("小金库", "零钱产品", "piggy bank", "堆满金条的金库")],
            ImmutableSortedDictionary<string, Colour>.Empty.Add("primary", Colour.Parse("#e5231b")).Add("accent", Colour.Parse("#ffb020"))),
        Placement = PlacementCatalog.Custom(new CanvasSize(1200, 628), 150_000),
        Variant = 0,
        File = new FileFacts(ImageFormat.Jpeg, 123_456, 85),
        Style = "festive",
        Palette = ImmutableSortedDictionary<string, Colour>.Empty.Add("ground", Colour.Parse("#a01010")).Add("accent", Colour.Parse("#ffb020")),
        Composition = "TextLeft",
        LayoutsConsidered = 7,
        LayoutScore = 0.873,
        Elements = [new ElementFacts("piggy bank", 2, 0.91, 96, 210, "upscale-mini"), new ElementFacts("red packet", 2, 0.8, 96, 80, "")],
        Checks =
        [
            new("contrast", "headline", true, true, 9, 3, "ratio"), new("contrast", "subhead", true, true, 4.68, 4.5, "ratio"),
            new("min_glyph", "headline", true, true, 61, 37.68, "px"), new("file_size", "", true, true, 123_456, 150_000, "bytes"),
            new("overlap", "", true, true, 0, 0, "count"), new("palette_distance", "", true, true, 0.05, 0.1, "ΔE OKLab"),
        ],
        Dropped = ["subhead"],
        Models = [new ModelIdentity("elements-mini", "2.0.0", new string('a', 64))],
        Versions = new VersionFacts("2026-11-22.2", "2026.11.2", "2026.11.1", "1.0.0"),
    };

    [Fact]
    public void Names_the_words_that_chose_the_style()
    {
        var style = AssetExplainer.Explain(Facts, "en").Style;
        Assert.Equal(StyleOrigin.Mood, style.Origin);
        Assert.Equal(["热闹", "喜庆"], style.Words.AsEnumerable());
        Assert.Equal("热闹, 喜庆 → Festive: these words of the mood ask for it.", Sentences("style", "en").Single());
        Assert.Equal("热闹、喜庆 → 热闹：情绪词这样要求。", Sentences("style", "zh-CN").Single());
    }

    [Theory]
    [InlineData("", "premium", "premium", StyleOrigin.Brand)]
    [InlineData("premium", "", "premium", StyleOrigin.Brief)]
    [InlineData("", "", "minimal", StyleOrigin.House)]
    public void Tells_apart_what_else_chooses_a_style(string asked, string preferred, string style, StyleOrigin origin)
    {
        var facts = Facts with
        {
            Brief = Facts.Brief with { Style = asked, Mood = "" },
            Brand = Facts.Brand with { Styles = preferred.Length > 0 ? [preferred] : [] },
            Style = style,
        };

        Assert.Equal(origin, AssetExplainer.Explain(facts, "en").Style.Origin);
    }

    [Fact]
    public void Admits_that_todays_rules_would_choose_another_style() =>
        Assert.Null(AssetExplainer.Explain(Facts with { Style = "night" }, "en").Style.Origin);

    [Fact]
    public void Traces_each_element_to_its_word()
    {
        var elements = AssetExplainer.Explain(Facts, "en").Elements;

        Assert.Equal([(ElementOrigin.HouseWord, "小金库"), (ElementOrigin.Subject, "红包")], elements.Select(element => (element.Origin, element.Word)));
        Assert.Equal("堆满金条的金库", elements[0].Never);
        Assert.Equal("Main: piggy bank, since 小金库 is a house word (零钱产品), never 堆满金条的金库. Best of 2, score 0.91.", Sentences("elements", "en")[0]);
        Assert.StartsWith("陪衬：红包，主题里有“红包”", Sentences("elements", "zh-CN")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_the_largest_shares_of_a_learned_score()
    {
        var shares = ImmutableSortedDictionary<string, double>.Empty.Add("hue", 0.01).Add("perspective", -0.12).Add("shape", 0.3).Add("saturation", 0.05);
        var element = Facts.Elements[0] with { ScorerVersion = "7", ScoreDeviation = 0.08, ScoreShares = shares };

        var sentences = AssetExplainer.Explain(Facts with { Elements = [element] }, "en").Sections.Single(section => section.Id == "elements").Sentences;

        Assert.Equal("Its score was learned from designers (scorer 7, ±0.08): shape +0.30, perspective -0.12, saturation +0.05.", sentences[1]);
    }

    [Fact]
    public void Finds_the_brand_colour_behind_each_colour()
    {
        var palette = AssetExplainer.Explain(Facts, "en").Palette;

        Assert.Equal([("ground", "primary"), ("accent", "accent")], palette.Select(colour => (colour.Role, colour.BrandRole)));
        Assert.Equal(0, palette[1].Distance);
        Assert.Contains(", darker", Sentences("palette", "en")[0], StringComparison.Ordinal);
        Assert.Contains("unchanged", Sentences("palette", "en")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Puts_the_tightest_check_first_with_its_figures()
    {
        var tightest = AssetExplainer.Explain(Facts, "en").Tightest;

        Assert.Equal(["contrast/subhead", "file_size/", "palette_distance/", "min_glyph/headline"], tightest.Select(one => $"{one.Check.Rule}/{one.Check.Subject}"));
        Assert.Equal(0.04, tightest[0].Headroom);
        Assert.Equal("contrast of the subhead: 4.68:1, at least 4.5:1 (4 % to spare).", Sentences("rules", "en")[1]);
    }

    [Fact]
    public void Says_what_was_left_out_and_what_was_enlarged()
    {
        Assert.Equal("副标题：放不下可读的字号。", Sentences("dropped", "zh-CN").Single());
        Assert.Equal("Nothing.", AssetExplainer.Explain(Facts with { Dropped = [] }, "en").Sections.Single(section => section.Id == "dropped").Sentences.Single());
        Assert.Contains("The piggy bank is drawn 210 px wide and was painted 96 px wide: enlarged by upscale-mini.", Sentences("size", "en"));
        Assert.Contains("JPEG, quality 85, 123,456 of 150,000 bytes allowed.", Sentences("size", "en"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Fits_on_one_screen(string language)
    {
        var sections = AssetExplainer.Explain(Facts, language).Sections;

        Assert.Equal(AssetExplainer.SectionIds, sections.Select(section => section.Id));
        Assert.All(sections, section => Assert.All(section.Sentences, sentence => Assert.DoesNotContain('{', sentence)));
        Assert.InRange(sections.Sum(section => section.Sentences.Length), sections.Length, 40);
    }

    private static ImmutableArray<string> Sentences(string section, string language) =>
        AssetExplainer.Explain(Facts, language).Sections.Single(one => one.Id == section).Sentences;
}
