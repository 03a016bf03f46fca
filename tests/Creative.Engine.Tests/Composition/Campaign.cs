using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Creative.Core.Composition;
using Creative.Core.Concepts.Styles;
using Creative.Core.Diffusion;
using Creative.Core.Imaging.Metadata;
using Creative.Core.Layouts;
using Creative.Core.Placements;
using Creative.Core.Scoring;
using Creative.Core.Tests.Samples;
using Creative.Engine.Imaging;
using Creative.Engine.Imaging.Fonts;
using Creative.Engine.Tests.Models;

namespace Creative.Engine.Tests.Composition;

/// <summary>The whole engine on the shipped models, and the sample briefs to try it with. One for all tests: loading takes longest.</summary>
public sealed class Campaign : IDisposable
{
    public const string SealKey = "a key that only the tests know";

    private static readonly string[] Elements = ["gold coin", "red packet", "gift box", "gold bars", "piggy bank", "shield"];
    private readonly ModelCatalog _models = new(ShippedModels.Folder, new EngineOptions { Provider = ExecutionProvider.Cpu });
    private readonly FontCatalog _fonts = new();

    public Campaign()
    {
        Composer = With(_models.LayoutModel("layout-mini"));
    }

    public CreativeComposer Composer { get; }

    /// <summary>The same with other layouts, so that a picture does not change when the layout model learns.</summary>
    public CreativeComposer With(ILayoutModel layouts) => new(
        _models.Painter("elements-mini"), new ElementHeuristics(), layouts, new Rasterizer(), _fonts, new AigcLabelling(ProviderCode.Sample, SealKey));

    /// <summary>The same with an upscaler.</summary>
    public CreativeComposer With(IImageUpscaler upscaler) => new(
        _models.Painter("elements-mini"), new ElementHeuristics(), _models.LayoutModel("layout-mini"), new Rasterizer(), _fonts,
        new AigcLabelling(ProviderCode.Sample, SealKey), upscaler);

    public (Brief Brief, Brand Brand) Sample(string name)
    {
        string[] styles = [.. StyleTable.All.Select(s => s.Id)];
        var brands = new BrandValidator(_fonts, styles, Elements);
        var known = SampleFiles.BrandFolders.Select(f => brands.Validate(BrandFolder.Read(f, out _)!).Brand!).ToDictionary(b => b.Id);
        var file = SampleFiles.BriefFiles.Single(f => Path.GetFileNameWithoutExtension(f) == name);
        var verdict = new BriefValidator(PlacementCatalog.Default, CopyRules.Default, _fonts, styles).Validate(SampleFiles.ReadBrief(file), known.GetValueOrDefault);
        return (verdict.Brief!, verdict.Brand!);
    }

    /// <summary>Outcomes of one variant; few steps, since what is tested is not how well it is painted.</summary>
    public ImmutableArray<Outcome> Compose(Brief brief, Brand brand, int variant, IEnumerable<Placement> placements)
    {
        var concept = Composer.Conceive(brief, brand)[variant];
        using var art = Composer.Paint(concept, new PaintSettings(Steps: 4, Candidates: 1), null, CancellationToken.None);
        return [.. placements.Select(p => Composer.Compose(brief, brand, concept, art, p, CancellationToken.None))];
    }

    public void Dispose() => _models.Dispose();
}
