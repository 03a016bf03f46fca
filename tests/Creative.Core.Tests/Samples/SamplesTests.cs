using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Creative.Core.Placements;
using Xunit;

namespace Creative.Core.Tests.Samples;

public sealed class SamplesTests
{
    private static readonly string[] Styles = ["festive", "premium", "technological", "fresh", "minimal", "night"];
    private static readonly string[] Elements = ["gold coin", "red packet", "gift box", "gold bars", "piggy bank", "shield"];
    private static readonly InstalledFamilies Fonts = new();
    private static readonly Dictionary<string, Brand> Brands = SampleFiles.BrandFolders.Select(ReadBrand).ToDictionary(brand => brand.Id);

    [Fact]
    public void There_are_three_brands_each_with_every_logo()
    {
        Assert.Equal(["chengya", "nimbry", "songyan"], Brands.Keys.Order());
        Assert.All(Brands.Values, brand => Assert.Equal(["full", "mark", "mono_dark", "mono_light"], brand.Logos.Select(logo => logo.Variant).Order()));
        Assert.Equal(3, Brands.Values.Select(brand => brand.Version).Distinct().Count());
    }

    [Fact]
    public void Six_briefs_pass_and_ask_for_two_variants_of_twelve_placements_in_every_ratio_family()
    {
        var verdicts = SampleFiles.BriefFiles.Select(file => Validate(SampleFiles.ReadBrief(file))).ToList();

        Assert.Equal(6, verdicts.Count);
        Assert.All(verdicts, verdict =>
        {
            Assert.Empty(verdict.Problems);
            Assert.Equal(2, verdict.Brief!.Variants);
            Assert.Equal(12, verdict.Brief.Placements.Length);
            Assert.Equal(Enum.GetValues<RatioFamily>(), verdict.Brief.Placements.Select(placement => placement.Family).Distinct().Order());
        });
        Assert.Equal(4, verdicts.Count(verdict => verdict.Brand!.Locale == "zh-CN"));
    }

    [Theory]
    [InlineData("chengya-benefit-day", "gift box", "gold coin")]
    [InlineData("chengya-red-packet", "red packet", "gold coin")]
    [InlineData("songyan-steady-180", "gold bars", "gold coin")]
    [InlineData("chengya-family-cover", "shield", "gold coin")]
    [InlineData("nimbry-pots", "piggy bank", "gold coin")]
    [InlineData("nimbry-cashback", "gold coin", "gift box")]
    public void Each_brief_says_what_to_paint(string name, params string[] elements)
    {
        var verdict = Validate(SampleFiles.ReadBrief(SampleFiles.BriefFiles.Single(file => Path.GetFileNameWithoutExtension(file) == name)));

        Assert.Equal(elements, SubjectReader.Read(verdict.Brief!, verdict.Brand!.Glossary, SubjectWords.Default).Select(choice => choice.Element));
    }

    private static BriefVerdict Validate(BriefDraft draft) =>
        new BriefValidator(PlacementCatalog.Default, CopyRules.Default, Fonts, Styles).Validate(draft, Brands.GetValueOrDefault);

    private static Brand ReadBrand(string folder)
    {
        var draft = BrandFolder.Read(folder, out var unreadable);
        Assert.Empty(unreadable);
        var verdict = new BrandValidator(Fonts, Styles, Elements).Validate(draft!);
        Assert.Empty(verdict.Problems);
        return verdict.Brand!;
    }
}
