using Creative.Core.Composition;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Placements;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Composition;

/// <summary>Elements wanted larger than they were painted (256 px), with an upscaler that repeats pixels.</summary>
public sealed class EnlargedElementTests(Campaign campaign) : IClassFixture<Campaign>, IDisposable
{
    private readonly ModelCatalog _tiny = new(ModelFolder.Tiny, new EngineOptions { Provider = ExecutionProvider.Cpu });

    private static readonly Placement Large = PlacementCatalog.Custom(new CanvasSize(1500, 1260), formats: [ImageFormat.Png]);

    private static readonly Placement Small = PlacementCatalog.Custom(new CanvasSize(300, 250), formats: [ImageFormat.Png]);

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public void A_large_hero_is_enlarged_and_the_asset_names_the_upscaler()
    {
        var upscaler = new CountingUpscaler(_tiny.Upscaler("tiny-upscaler"));
        var composer = campaign.With(upscaler);

        var asset = Compose(composer, Large);

        Assert.Contains(upscaler.Model, asset.Provenance.Models);
        Assert.Contains(asset.Report.Reasons, reason => reason.Contains("was painted 256 px wide: enlarged by tiny-upscaler 1.0.0", StringComparison.Ordinal));
        Assert.NotEqual(Compose(campaign.Composer, Large).Sha256, asset.Sha256);
    }

    [Fact]
    public void Without_an_upscaler_the_report_says_that_it_was_resampled()
    {
        var asset = Compose(campaign.Composer, Large);

        Assert.Contains(asset.Report.Reasons, reason => reason.EndsWith("resampled, since there is no upscaler.", StringComparison.Ordinal));
        Assert.Equal(2, asset.Provenance.Models.Length);
    }

    [Fact]
    public void A_small_size_is_drawn_from_the_painted_pixels_with_or_without_an_upscaler()
    {
        var upscaler = new CountingUpscaler(_tiny.Upscaler("tiny-upscaler"));

        var asset = Compose(campaign.With(upscaler), Small);

        Assert.Equal(0, upscaler.Count);
        Assert.Equal(Compose(campaign.Composer, Small).Sha256, asset.Sha256);
    }

    [Fact]
    public void Each_element_is_enlarged_once_for_all_sizes_and_a_size_does_not_depend_on_the_others()
    {
        var upscaler = new CountingUpscaler(_tiny.Upscaler("tiny-upscaler"));
        var composer = campaign.With(upscaler);
        var (brief, brand) = campaign.Sample("nimbry-pots");
        var concept = composer.Conceive(brief, brand)[0];
        using var art = composer.Paint(concept, new PaintSettings(Steps: 2, Candidates: 1), null, CancellationToken.None);
        Placement[] placements = [Small, Large, PlacementCatalog.Custom(new CanvasSize(1260, 1500), formats: [ImageFormat.Png]), Large];

        var assets = placements.Select(p => Assert.IsType<Delivered>(composer.Compose(brief, brand, concept, art, p, CancellationToken.None))).ToArray();

        Assert.InRange(upscaler.Count, 1, art.Elements.Length);
        Assert.Equal(assets[1].Sha256, assets[3].Sha256);
        Assert.Equal(Compose(composer, Large).Sha256, assets[1].Sha256);
    }

    private Delivered Compose(CreativeComposer composer, Placement placement)
    {
        var (brief, brand) = campaign.Sample("nimbry-pots");
        var concept = composer.Conceive(brief, brand)[0];
        using var art = composer.Paint(concept, new PaintSettings(Steps: 2, Candidates: 1), null, CancellationToken.None);
        return Assert.IsType<Delivered>(composer.Compose(brief, brand, concept, art, placement, CancellationToken.None));
    }

    private sealed class CountingUpscaler(IImageUpscaler upscaler) : IImageUpscaler
    {
        public int Count { get; private set; }

        public ModelIdentity Model => upscaler.Model;

        public int Scale => upscaler.Scale;

        public PixelImage Upscale(PixelImage image, CancellationToken cancellation)
        {
            Count++;
            return upscaler.Upscale(image, cancellation);
        }
    }
}
