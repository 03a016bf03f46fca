using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Creative.Core.Briefs;
using Creative.Core.Imaging;

namespace Creative.Core.Brands;

/// <summary>What came of reading a brand: the brand, or everything that is wrong with it.</summary>
public sealed record BrandVerdict(Brand? Brand, ImmutableArray<FieldProblem> Problems);

/// <summary>How an elements model can make its things look.</summary>
public sealed record ElementLooks(IReadOnlyCollection<string> Materials, IReadOnlyCollection<string> Lights);

/// <summary>Reads a brand kit. Safe to call from several threads.</summary>
/// <param name="fonts">What can be drawn.</param>
/// <param name="styles">Ids of the styles that there are.</param>
/// <param name="elementClasses">What the elements model can paint.</param>
/// <param name="looks">The materials and lights that it knows; null: none.</param>
public sealed partial class BrandValidator(
    IFontCatalog fonts, IReadOnlyCollection<string> styles, IReadOnlyCollection<string> elementClasses, ElementLooks? looks = null)
{
    private const int MostGlossaryEntries = 200;
    private const int MostForbiddenWords = 200;
    private static readonly TextLimit Name = new(60, Required: true);
    private static readonly TextLimit Tone = new(200);
    private static readonly TextLimit Disclaimer = new(200, Required: true);
    private static readonly TextLimit Word = new(40, Required: true);

    /// <summary>What a brand may name as its rules for words.</summary>
    public static ImmutableArray<string> ComplianceProfiles { get; } = ["cn-finance", "general"];

    public BrandVerdict Validate(BrandDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var problems = new List<FieldProblem>();
        Expect(draft.Id is { } id && IdPattern().IsMatch(id), "brand.id", "is required, 1 to 40 characters of [a-z0-9-]", problems);
        Expect(draft.Market is { } market && MarketPattern().IsMatch(market), "brand.market", "is required, two letters such as CN", problems);
        Expect(draft.Locale is { } locale && LocalePattern().IsMatch(locale), "brand.locale", "is required, a tag such as zh-CN", problems);
        Expect(draft.CornerRadius is >= 0 and <= 0.5, "brand.corner_radius", "is a share of the button's height, 0 to 0.5", problems);
        var profile = string.IsNullOrEmpty(draft.ComplianceProfile) ? "general" : draft.ComplianceProfile;
        Expect(ComplianceProfiles.Contains(profile), "brand.compliance_profile", NoneOf(ComplianceProfiles), problems);
        var buttons = string.IsNullOrEmpty(draft.ButtonStyle) ? ButtonStyles.Styled : draft.ButtonStyle;
        Expect(ButtonStyles.All.Contains(buttons), "brand.button_style", NoneOf(ButtonStyles.All), problems);
        for (var i = 0; i < draft.Styles.Count; i++)
        {
            Expect(styles.Contains(draft.Styles[i]), $"brand.styles[{i}]", NoneOf(styles), problems);
        }

        var brand = new Brand
        {
            Id = draft.Id ?? "",
            Version = "",
            Name = PlainText.Read(draft.Name, "brand.name", Name, problems),
            Market = draft.Market ?? "",
            Locale = draft.Locale ?? "",
            Logos = BrandParts.Logos(draft.Logos, problems),
            Colours = BrandParts.Colours(draft.Colours, problems),
            Fonts = BrandParts.Fonts(draft.Fonts, fonts.Families, problems),
            Tone = PlainText.Read(draft.Tone, "brand.tone", Tone, problems),
            Glossary = ReadGlossary(draft.Glossary, problems),
            ComplianceProfile = profile,
            Styles = [.. draft.Styles.Distinct()],
            Disclaimers = ReadDisclaimers(draft.Disclaimers, problems),
            CornerRadius = draft.CornerRadius,
            ButtonStyle = buttons,
            ForbiddenWords = ReadForbiddenWords(draft.ForbiddenWords, problems),
            Imagery = ReadImagery(draft.Imagery, problems),
        };
        problems.AddRange(BrandContrast.Problems(brand.Colours));
        problems.AddRange(BrandWords.Problems(brand, fonts));
        return problems.Count == 0
            ? new BrandVerdict(brand with { Version = BrandCanonicalForm.VersionOf(brand) }, [])
            : new BrandVerdict(null, [.. problems]);
    }

    private ImmutableArray<GlossaryEntry> ReadGlossary(IReadOnlyList<GlossaryDraft> drafts, List<FieldProblem> problems)
    {
        Expect(drafts.Count <= MostGlossaryEntries, "brand.glossary", $"has {drafts.Count} entries of at most {MostGlossaryEntries}", problems);
        var entries = ImmutableArray.CreateBuilder<GlossaryEntry>();
        var terms = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(drafts.Count, MostGlossaryEntries); i++)
        {
            var field = $"brand.glossary[{i}]";
            var entry = new GlossaryEntry(
                PlainText.Read(drafts[i].Term, $"{field}.term", new TextLimit(40, Required: true), problems),
                PlainText.Read(drafts[i].Meaning, $"{field}.meaning", new TextLimit(200), problems),
                drafts[i].Element ?? "",
                PlainText.Read(drafts[i].Never, $"{field}.never", new TextLimit(200), problems));
            Expect(entry.Element.Length == 0 || elementClasses.Contains(entry.Element), $"{field}.element", NoneOf(elementClasses), problems);
            Expect(entry.Term.Length == 0 || terms.Add(entry.Term), $"{field}.term", $"'{entry.Term}' is there already", problems);
            entries.Add(entry);
        }

        return entries.DrainToImmutable();
    }

    private static ImmutableArray<string> ReadForbiddenWords(IReadOnlyList<string> drafts, List<FieldProblem> problems)
    {
        Expect(drafts.Count <= MostForbiddenWords, "brand.forbidden_words", $"has {drafts.Count} entries of at most {MostForbiddenWords}", problems);
        return [.. drafts.Take(MostForbiddenWords).Select((word, i) => PlainText.Read(word, $"brand.forbidden_words[{i}]", Word, problems)).Distinct(StringComparer.Ordinal)];
    }

    private ImageryStyle ReadImagery(ImageryDraft? draft, List<FieldProblem> problems)
    {
        var imagery = new ImageryStyle(draft?.Material ?? "", draft?.Light ?? "");
        var (materials, lights) = (looks?.Materials ?? [], looks?.Lights ?? []);
        Expect(imagery.Material.Length == 0 || materials.Contains(imagery.Material), "brand.imagery.material", NoneOf(materials), problems);
        Expect(imagery.Light.Length == 0 || lights.Contains(imagery.Light), "brand.imagery.light", NoneOf(lights), problems);
        return imagery;
    }

    private static ImmutableSortedDictionary<string, string> ReadDisclaimers(
        IReadOnlyDictionary<string, string> drafts, List<FieldProblem> problems)
    {
        var disclaimers = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (productType, text) in drafts)
        {
            Expect(ProductTypes.All.Contains(productType), "brand.disclaimers", $"a product type {NoneOf(ProductTypes.All)}", problems);
            disclaimers[productType] = PlainText.Read(text, $"brand.disclaimers[{productType}]", Disclaimer, problems);
        }

        return disclaimers.ToImmutable();
    }

    private static string NoneOf(IEnumerable<string> known) => $"is none of {string.Join(", ", known)}";

    private static void Expect(bool holds, string field, string otherwise, List<FieldProblem> problems)
    {
        if (!holds)
        {
            problems.Add(new FieldProblem(field, otherwise));
        }
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\A[A-Z]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex MarketPattern();

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LocalePattern();
}
