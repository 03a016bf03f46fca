using Creative.Core.Composition;
using Creative.Core.Imaging;
using Creative.Core.Imaging.Metadata;
using Creative.Core.Placements;
using Creative.Core.Scoring;
using Creative.Engine.Imaging;
using Creative.Engine.Imaging.Fonts;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Composition;

/// <summary>Pictures without alpha are never used as elements.</summary>
public sealed class CutOutRuleTests(Campaign campaign) : IClassFixture<Campaign>
{
    [Fact]
    public void A_model_that_paints_rgb_is_refused_before_it_paints_unless_it_has_matting()
    {
        using var models = new ModelCatalog(FamilyModels.Folder, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });
        using var shipped = new ModelCatalog(ShippedModels.Folder, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });
        CreativeComposer With(string id) => new(
            models.Painter(id), new ElementHeuristics(), shipped.LayoutModel("layout-mini"), new Rasterizer(), new FontCatalog(),
            new AigcLabelling(ProviderCode.Sample, Campaign.SealKey));

        var error = Assert.Throws<NoCutOutException>(() => With("sd1"));
        Assert.Equal(
            "Model 'sd1' paints RGB and has no matting/model.onnx, so that its pictures may only fill a canvas as its background; elements need cut-outs",
            error.Message);
        Assert.NotNull(With("sd2-half"));
    }

    [Fact]
    public void A_picture_without_alpha_is_not_drawn_as_a_hero()
    {
        var (brief, brand) = campaign.Sample("chengya-benefit-day");
        var concept = campaign.Composer.Conceive(brief, brand)[0];
        using var cutOuts = campaign.Composer.Paint(concept, new PaintSettings(Steps: 1, Candidates: 1), null, default);
        using var art = new ConceptArt([.. cutOuts.Elements.Select(element => element with { Image = PixelImage.Create(new CanvasSize(40, 24), 3) })]);
        var hero = PlacementCatalog.Default.All.First(placement => placement.Size is { Width: >= 600, Height: >= 600 });
        var error = Assert.Throws<NoCutOutException>(() => campaign.Composer.Compose(brief, brand, concept, art, hero, default));
        Assert.Contains("has no alpha, so that it may only fill the canvas", error.Message, StringComparison.Ordinal);
    }
}
