using Creative.Core.Composition;
using Creative.Core.Concepts;
using Creative.Core.Imaging;
using Creative.Core.Imaging.Metadata;
using Creative.Core.Placements;
using Creative.Engine.Imaging;
using Xunit;

namespace Creative.Engine.Tests.Composition;

public sealed class CreativeComposerTests(Campaign campaign) : IClassFixture<Campaign>
{
    [Fact]
    public void At_least_77_of_the_81_placements_are_delivered_and_the_others_refused_by_name()
    {
        var (brief, brand) = campaign.Sample("chengya-benefit-day");

        var outcomes = campaign.Compose(brief, brand, 0, PlacementCatalog.Default.All);

        var delivered = outcomes.OfType<Delivered>().ToList();
        Assert.Equal(81, outcomes.Length);
        Assert.InRange(delivered.Count, 77, 81);
        Assert.All(outcomes.OfType<Refused>(), refused =>
        {
            Assert.NotEmpty(refused.Rule);
            Assert.Contains(refused.Placement.Size.ToString(), refused.Reason, StringComparison.Ordinal);
        });
        Assert.All(delivered, asset =>
        {
            Assert.DoesNotContain(asset.Report.Checks, c => c is { Hard: true, Passed: false });
            Assert.True(asset.Placement.MaxBytes is null || asset.File.Bytes.Length <= asset.Placement.MaxBytes);
            Assert.Contains("contrast", asset.Report.Checks.Select(c => c.Rule));
        });
        Assert.Equal(delivered.Count, delivered.Select(a => a.AssetId).Distinct().Count());
    }

    [Fact]
    public void The_same_brief_gives_the_same_bytes_alone_or_among_other_variants()
    {
        var (brief, brand) = campaign.Sample("songyan-steady-180");
        var placements = brief.Placements.Take(3).ToArray();

        var among = campaign.Compose(brief with { Variants = 3 }, brand, 1, placements);
        var alone = campaign.Compose(brief with { Variants = 2 }, brand, 1, placements.Reverse());

        Assert.Equal(among.Cast<Delivered>().Select(d => d.Sha256), alone.Reverse().Cast<Delivered>().Select(d => d.Sha256));
    }

    [Fact]
    public void Another_seed_gives_another_picture_and_another_id()
    {
        var (brief, brand) = campaign.Sample("nimbry-pots");
        var one = Assert.IsType<Delivered>(campaign.Compose(brief, brand, 0, brief.Placements.Take(1))[0]);
        var two = Assert.IsType<Delivered>(campaign.Compose(brief with { Seed = brief.Seed + 1 }, brand, 0, brief.Placements.Take(1))[0]);

        Assert.NotEqual(one.AssetId, two.AssetId);
        Assert.NotEqual(one.Sha256, two.Sha256);
    }

    [Theory]
    [InlineData(ImageFormat.Jpeg)]
    [InlineData(ImageFormat.Png)]
    [InlineData(ImageFormat.WebP)]
    [InlineData(ImageFormat.Avif)]
    public void Each_format_carries_the_label_and_opens_at_its_size(ImageFormat format)
    {
        var (brief, brand) = campaign.Sample("chengya-family-cover");
        var placement = PlacementCatalog.Custom(new CanvasSize(517, 340), formats: [format]);

        var asset = Assert.IsType<Delivered>(campaign.Compose(brief, brand, 0, [placement])[0]);

        var label = AigcFile.Read(asset.File.Bytes, format)!;
        Assert.Equal((AigcLabel.IsAi, asset.AssetId, asset.AssetId), (label.Label, label.ProduceId, label.PropagateId));
        Assert.True(AigcSeal.Verify(label, asset.File.Bytes, format, System.Text.Encoding.UTF8.GetBytes(Campaign.SealKey)));
        using var pixels = new Rasterizer().Decode(asset.File.Bytes);
        Assert.Equal(placement.Size, pixels.Size);
    }

    [Fact]
    public void A_cap_that_cannot_be_met_is_refused_with_the_cap_and_the_smallest_size()
    {
        var (brief, brand) = campaign.Sample("nimbry-pots");
        var placement = PlacementCatalog.Custom(new CanvasSize(1600, 900), maxBytes: 4096, formats: [ImageFormat.Jpeg]);

        var refused = Assert.IsType<Refused>(campaign.Compose(brief, brand, 0, [placement])[0]);

        Assert.Equal("file_size", refused.Rule);
        Assert.Contains("4096 bytes", refused.Reason, StringComparison.Ordinal);
        Assert.Matches(@"the smallest Jpeg of 1600x900 has \d{4,} at quality 30", refused.Reason);
    }

    [Fact]
    public void Rich_and_light_grounds_of_a_style_are_far_apart()
    {
        var (brief, brand) = campaign.Sample("chengya-benefit-day");

        var concepts = campaign.Composer.Conceive(brief with { Variants = 2, Style = "festive" }, brand);

        Assert.True(Oklab.From(concepts[0].Palette["ground"]).DistanceTo(Oklab.From(concepts[1].Palette["ground"])) > 0.25);
        Assert.NotEqual(concepts[0].Elements[0].Prompt, concepts[1].Elements[0].Prompt);
    }

    [Fact]
    public void House_words_are_painted_as_the_product_and_the_reason_says_so()
    {
        var (brief, brand) = campaign.Sample("chengya-benefit-day");

        var concept = campaign.Composer.Conceive(brief with { Subject = "小金库" }, brand)[0];

        Assert.Equal("piggy bank", concept.Elements[0].ElementClass);
        Assert.Contains(concept.Reasons, r => r.Contains("小金库", StringComparison.Ordinal));
    }
}
