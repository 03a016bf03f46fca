using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Creative.Bench.Sizes;
using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Composition;
using Creative.Core.Compliance;
using Creative.Core.Concepts;
using Creative.Core.Concepts.Styles;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Placements;

namespace Creative.Bench.Layouts;

/// <summary>A valid brief with its brand and the first idea for it.</summary>
internal sealed record BenchBrief(string Name, Brief Brief, Brand Brand, Concept Concept)
{
    public bool DisclaimerRequired { get; } = CreativeComposer.DisclaimerIsRequired(Brief, Brand);

    /// <summary>The same brief as another variant, with a seed of its own.</summary>
    public BenchBrief WithVariant(Concept concept) => this with { Concept = concept };
}

/// <summary>
/// The six briefs of samples/briefs and six of this folder: Chinese and English, short and long copy, every product type.
/// They pass the service's own checks. What their elements look like does not matter here, only how wide and high they are.
/// </summary>
internal static class BenchBriefs
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    // The bench lays out every placement of the catalogue; those that a brief names do not matter.
    private static readonly PlacementDraft[] AnyPlacement = [new(PlacementCatalog.Default.All[0].Id, null)];

    /// <summary>Width over height of the visible part of what the elements model paints.</summary>
    public static ImmutableSortedDictionary<string, double> Aspects { get; } = new Dictionary<string, double>
    {
        ["gold coin"] = 1, ["red packet"] = 0.74, ["gift box"] = 0.95, ["gold bars"] = 1.5, ["piggy bank"] = 1.25, ["shield"] = 0.84,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">Names every problem of a brand or brief.</exception>
    public static ImmutableArray<BenchBrief> Read(IFontCatalog fonts, int variants)
    {
        string[] styles = [.. StyleTable.All.Select(s => s.Id)];
        var brands = Brands(fonts, styles);
        var validator = new BriefValidator(PlacementCatalog.Default, CopyRules.Default, fonts, styles);
        var concepts = new ConceptBuilder(Vocabulary());
        string[] folders = [Path.Combine(Tools.Root, "samples", "briefs"), Path.Combine(Tools.Root, "bench", "Creative.Bench", "Layouts", "briefs")];
        return
        [
            .. folders.SelectMany(f => Directory.EnumerateFiles(f, "*.json").Order(StringComparer.Ordinal)).SelectMany(file =>
            {
                var draft = JsonSerializer.Deserialize<BriefDraft>(File.ReadAllBytes(file), Options)! with { Placements = AnyPlacement };
                var verdict = validator.Validate(draft, id => brands.GetValueOrDefault(id));
                var brief = Checked(file, verdict.Brief, verdict.Problems) with { Variants = variants };
                return concepts.Build(brief, verdict.Brand!).Select(c => new BenchBrief(Path.GetFileNameWithoutExtension(file), brief, verdict.Brand!, c));
            }),
        ];
    }

    private static Dictionary<string, Brand> Brands(IFontCatalog fonts, string[] styles)
    {
        var validator = new BrandValidator(fonts, styles, [.. Aspects.Keys]);
        return Directory.EnumerateDirectories(Path.Combine(Tools.Root, "samples", "brands")).Order(StringComparer.Ordinal).Select(folder =>
        {
            if (BrandFolder.Read(folder, out var problems) is not { } draft)
            {
                return Checked<Brand>(folder, null, problems);
            }

            var verdict = validator.Validate(draft);
            return Checked(folder, verdict.Brand, verdict.Problems);
        }).ToDictionary(b => b.Id);
    }

    private static T Checked<T>(string file, T? value, IEnumerable<FieldProblem> problems)
        where T : class =>
        value ?? throw new InvalidDataException($"{file}: {string.Join("; ", problems.Select(p => $"{p.Field} {p.Message}"))}");

    private static ElementVocabulary Vocabulary()
    {
        ImmutableArray<string> any = ["plain"], gold = ["gold"];
        var variants = Aspects.Keys.ToImmutableSortedDictionary(c => c, _ => any, StringComparer.Ordinal);
        var hues = Aspects.Keys.ToImmutableSortedDictionary(c => c, _ => gold, StringComparer.Ordinal);
        return new ElementVocabulary("{hue} {class}, {variant}, {view}, {light}", [.. Aspects.Keys], variants, hues, any, any, any, 1, 1, "ddim");
    }
}
