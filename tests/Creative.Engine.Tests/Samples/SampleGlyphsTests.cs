using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Creative.Core.Placements;
using Creative.Core.Tests.Samples;
using Creative.Engine.Imaging.Fonts;
using Xunit;

namespace Creative.Engine.Tests.Samples;

/// <summary>The samples against the fonts that are really installed.</summary>
public sealed class SampleGlyphsTests
{
    private static readonly string[] Styles = ["festive", "premium", "technological", "fresh", "minimal", "night"];
    private static readonly string[] Elements = ["gold coin", "red packet", "gift box", "gold bars", "piggy bank", "shield"];
    private readonly FontCatalog _fonts = new();

    [Fact]
    public void Every_sample_can_be_drawn()
    {
        var validator = new BrandValidator(_fonts, Styles, Elements);
        var brands = SampleFiles.BrandFolders
            .Select(folder => validator.Validate(BrandFolder.Read(folder, out _)!))
            .ToDictionary(verdict => verdict.Brand!.Id, verdict => verdict.Brand);
        var briefs = new BriefValidator(PlacementCatalog.Default, CopyRules.Default, _fonts, Styles);

        Assert.All(SampleFiles.BriefFiles, file => Assert.Empty(briefs.Validate(SampleFiles.ReadBrief(file), brands.GetValueOrDefault).Problems));
    }

    [Theory]
    [InlineData("สวัสดี", "Thai")]
    [InlineData("\u12A0\u121B", "Ethiopic")]
    [InlineData("خصم كبير", "Arabic")]
    [InlineData("大促 🎁", "emoji")]
    [InlineData("할인", "Hangul")]
    [InlineData("बचत", "Devanagari")]
    [InlineData("הנחה", "Hebrew")]
    public void What_no_installed_font_can_draw_is_named_with_its_script(string headline, string script)
    {
        var validator = new BrandValidator(_fonts, Styles, Elements);
        var brand = validator.Validate(BrandFolder.Read(SampleFiles.BrandFolders.First(), out _)!).Brand!;
        var briefs = new BriefValidator(PlacementCatalog.Default, CopyRules.Default, _fonts, Styles);
        var draft = SampleFiles.ReadBrief(SampleFiles.BriefFiles.First());

        var problems = briefs.Validate(draft with { Copy = draft.Copy! with { Headline = headline } }, _ => brand).Problems;

        var refusal = Assert.Single(problems, problem => problem.Field == "brief.copy.headline"
            && problem.Message.Contains("no installed font can draw", StringComparison.Ordinal));
        Assert.Contains(script, refusal.Message, StringComparison.Ordinal);
    }
}
