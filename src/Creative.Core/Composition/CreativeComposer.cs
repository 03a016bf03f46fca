using System.Collections.Immutable;
using System.Reflection;
using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Creative.Core.Concepts;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Placements;
using Creative.Core.Scenes;
using Creative.Core.Scoring;

namespace Creative.Core.Composition;

/// <summary>
/// Brief + placement → asset; read this first. A concept is decided once and painted once; each size then gets a layout of
/// its own, is drawn, encoded under its cap, labelled as AI-made and checked:
/// <code>
/// Brief ─ Conceive ─▶ Concept ─ Paint ─▶ ConceptArt ─ Compose ─▶ Layout ─▶ Scene ─▶ pixels ─▶ file + report
/// </code>
/// Safe to call from several threads.
/// </summary>
/// <param name="upscaler">Draws elements anew where they are wanted larger than they were painted; null: resampling has to do, and reports say so.</param>
public sealed class CreativeComposer(
    IElementPainter painter, IElementScorer scorer, ILayoutModel layouts, IRasterizer rasterizer, IFontCatalog fonts, AigcLabelling labelling,
    IImageUpscaler? upscaler = null)
{
    private readonly ConceptBuilder _concepts = new(painter.Vocabulary);
    private readonly ConceptPainter _painting = new(painter, scorer, upscaler);
    private readonly LayoutPlanner _planner = new(layouts, new ContentFactory(fonts));
    private readonly SceneComposer _scenes = new(rasterizer);
    private readonly AssetFileMaker _files = new(rasterizer, labelling);

    /// <summary>Version of this software, as assets name it.</summary>
    public static string SoftwareVersion { get; } =
        typeof(CreativeComposer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>The same, choosing elements by another scorer.</summary>
    public CreativeComposer ScoredBy(IElementScorer other) => new(painter, other, layouts, rasterizer, fonts, labelling, upscaler);

    /// <summary>Decides each variant's concept. Paints nothing, takes microseconds.</summary>
    public ImmutableArray<Concept> Conceive(Brief brief, Brand brand) => _concepts.Build(brief, brand);

    /// <summary>Paints a concept's elements: the best of the candidates for each.</summary>
    public ConceptArt Paint(Concept concept, PaintSettings settings, Action<PaintStep>? progress, CancellationToken cancellation) =>
        _painting.Paint(concept, settings, progress, cancellation);

    /// <summary>Lays out, draws, encodes and checks one placement: a file that passed every hard check, or a refusal by name.</summary>
    /// <param name="drawn">Hears of the finished scene, delivered or not; its images are only valid during the call.</param>
    public Outcome Compose(
        Brief brief, Brand brand, Concept concept, ConceptArt art, Placement placement, CancellationToken cancellation, Action<Scene>? drawn = null)
    {
        // 1. Layout: propose, repair, rank.
        var (plan, refusal) = _planner.Plan(brief, brand, placement, concept.Variant, concept.Seed, DisclaimerIsRequired(brief, brand), cancellation);
        if (plan is null)
        {
            return new Refused(placement, concept.Variant, refusal!.Rule, refusal.Reason);
        }

        // 2. Scene and pixels, inks chosen by what is really under them.
        using var picture = _scenes.Compose(plan, concept, art, brand, cancellation);
        drawn?.Invoke(picture.Scene);

        // 3. File under the cap, labelled as AI-made.
        var enlarged = Enlarged.In(picture.Scene, art);
        ImmutableArray<ModelIdentity> models = [painter.Model, layouts.Model, .. enlarged.Models];
        var context = new CopyContext(brand.ComplianceProfile, brief.ProductType, brief.Evidence);
        var review = CopyRules.Default.Check(brief.Copy, brief.Subject, context);
        var id = AssetIdentity.Of(brief, brand, concept, art, placement, models, review.RulesVersion, SoftwareVersion);
        var format = brief.Format is { } wanted && placement.Formats.Contains(wanted) ? wanted : placement.Formats[0];
        var (file, fileRefusal) = _files.Make(picture.Pixels, format, placement, id);
        if (file is null)
        {
            return new Refused(placement, concept.Variant, "file_size", fileRefusal!);
        }

        // 4. Checks: what fails a hard one is not delivered.
        var checks = PictureChecks.Run(new CheckedPicture(plan, picture, concept, _planner.Contents, review, brief.Copy, context, AiLabelRule.Of(brand.Market))).AddRange(file.Checks);
        if (checks.FirstOrDefault(c => c is { Hard: true, Passed: false }) is { } failed)
        {
            return new Refused(placement, concept.Variant, failed.Rule, $"{failed.Rule} of {(failed.Subject.Length > 0 ? failed.Subject : "the picture")}: {failed.Measured} {failed.Unit} against a limit of {failed.Limit}. {failed.Detail}".TrimEnd());
        }

        return new Delivered(
            placement, concept.Variant, id, file.Image, file.Sha256,
            new AssetReport(checks, file.Image.Quality, [.. plan.Layout.Dropped.Select(RoleNames.Of)], Reasons(concept, plan).AddRange(enlarged.Reasons)),
            new AssetProvenance(
                brand.Version, models, enlarged.Uses,
                concept.Style, new LayoutChoice(plan.Layout.Composition, plan.Seed, plan.Considered, plan.Score), plan.Layout.Boxes,
                LayoutRules.Version, review.RulesVersion, PlacementCatalog.Default.Version, SoftwareVersion, file.AigcJson, concept.Palette));
    }

    internal static bool DisclaimerIsRequired(Brief brief, Brand brand) =>
        CopyRules.Default.Data.Required.Any(e => e.Product == brief.ProductType && e.Profiles.Contains(brand.ComplianceProfile));

    private static ImmutableArray<string> Reasons(Concept concept, PlannedLayout plan)
    {
        var layout = plan.Layout;
        var reasons = concept.Reasons.Add($"Layout: {layout.Composition} scored {plan.Score:0.00}, best of {plan.Considered} proposals that could be repaired.");
        return layout.Dropped.IsEmpty
            ? reasons
            : reasons.Add($"Left out on {layout.Canvas}: {string.Join(", ", layout.Dropped.Select(RoleNames.Of))}; there is no room at a legible size.");
    }
}
