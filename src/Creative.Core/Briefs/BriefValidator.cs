using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Compliance;
using Creative.Core.Imaging;
using Creative.Core.Placements;

namespace Creative.Core.Briefs;

/// <summary>What came of reading a brief. Without problems, brief, brand and review are there.</summary>
/// <param name="Brief">Null when there are problems.</param>
/// <param name="Brand">Null when it is unknown.</param>
/// <param name="Review">What the copy rules said; null when the brand is unknown.</param>
/// <param name="Problems">Everything that is wrong, each naming its field.</param>
public sealed record BriefVerdict(Brief? Brief, Brand? Brand, CopyReview? Review, ImmutableArray<FieldProblem> Problems);

/// <summary>Reads a brief: either a valid one comes out, or everything that is wrong with it. Safe to call from several threads.</summary>
/// <param name="placements">The catalogue.</param>
/// <param name="rules">What may be said.</param>
/// <param name="fonts">What can be drawn.</param>
/// <param name="styles">Ids of the styles that there are.</param>
public sealed class BriefValidator(PlacementCatalog placements, CopyRules rules, IFontCatalog fonts, IReadOnlyCollection<string> styles)
{
    private const int MostVariants = 8;
    private const int MostEvidence = 20;

    /// <summary>Lengths by field of the copy.</summary>
    private static readonly TextLimit Headline = new(60, Required: true, Lines: 2);
    private static readonly TextLimit Subhead = new(80);
    private static readonly TextLimit Benefit = new(40);
    private static readonly TextLimit CallToAction = new(16);
    private static readonly TextLimit Disclaimer = new(200);

    private static readonly TextLimit Campaign = new(80, Required: true);
    private static readonly TextLimit Wish = new(200);
    private static readonly TextLimit EvidenceId = new(64, Required: true);
    private static readonly TextLimit Claim = new(200, Required: true);

    /// <param name="draft">As it came in.</param>
    /// <param name="findBrand">The newest version of a brand by id, or null.</param>
    public BriefVerdict Validate(BriefDraft draft, Func<string, Brand?> findBrand)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(findBrand);
        var problems = new List<FieldProblem>();
        var brand = ReadBrand(draft.Brand, findBrand, problems);
        var productType = OneOf(draft.ProductType, ProductTypes.Consumer, ProductTypes.All, "brief.product_type", problems);
        var copy = ReadCopy(draft.Copy, problems);
        if (brand is not null && copy.Disclaimer.Length == 0)
        {
            copy = copy with { Disclaimer = brand.Disclaimers.GetValueOrDefault(productType, "") };
        }

        var brief = new Brief
        {
            Campaign = PlainText.Read(draft.Campaign, "brief.campaign", Campaign, problems),
            BrandId = brand?.Id ?? "",
            Copy = copy,
            Mood = PlainText.Read(draft.Mood, "brief.mood", Wish, problems),
            Subject = PlainText.Read(draft.Subject, "brief.subject", Wish, problems),
            Audience = PlainText.Read(draft.Audience, "brief.audience", Wish, problems),
            ProductType = productType,
            Placements = PlacementReader.Read(draft.Placements, placements, problems),
            Variants = draft.Variants == 0 ? 1 : draft.Variants,
            Seed = draft.Seed,
            Format = draft.Format == 0 ? null : (ImageFormat)draft.Format,
            Evidence = ReadEvidence(draft.Evidence, problems),
            Style = OneOf(draft.Style, "", styles, "brief.style", problems),
        };
        if (brief.Variants is < 1 or > MostVariants)
        {
            problems.Add(new FieldProblem("brief.variants", $"is {draft.Variants}; 1 to {MostVariants} are allowed"));
        }

        if (brief.Format is { } format && !Enum.IsDefined(format))
        {
            problems.Add(new FieldProblem("brief.format", $"{draft.Format} is not JPEG (1), PNG (2), WebP (3) or AVIF (4)"));
        }

        problems.AddRange(PersonalData.Problems(Texts(brief)));
        var review = brand is null ? null : CopyGate.Review(brief, brand, rules, fonts, problems);
        return new BriefVerdict(problems.Count == 0 ? brief : null, brand, review, [.. problems]);
    }

    private static Brand? ReadBrand(string? id, Func<string, Brand?> findBrand, List<FieldProblem> problems)
    {
        if (string.IsNullOrEmpty(id))
        {
            problems.Add(new FieldProblem("brief.brand", "is required: the id of a brand of BrandService.ListBrands"));
            return null;
        }

        var brand = findBrand(id);
        if (brand is null)
        {
            problems.Add(new FieldProblem("brief.brand", "there is no brand of that id; BrandService.ListBrands lists them"));
        }

        return brand;
    }

    private static Copy ReadCopy(CopyDraft? draft, List<FieldProblem> problems) => new(
        PlainText.Read(draft?.Headline, "brief.copy.headline", Headline, problems),
        PlainText.Read(draft?.Subhead, "brief.copy.subhead", Subhead, problems),
        PlainText.Read(draft?.Benefit, "brief.copy.benefit", Benefit, problems),
        PlainText.Read(draft?.CallToAction, "brief.copy.call_to_action", CallToAction, problems),
        PlainText.Read(draft?.Disclaimer, "brief.copy.disclaimer", Disclaimer, problems));

    private static ImmutableArray<Evidence> ReadEvidence(IReadOnlyList<EvidenceDraft> drafts, List<FieldProblem> problems)
    {
        if (drafts.Count > MostEvidence)
        {
            problems.Add(new FieldProblem("brief.evidence", $"has {drafts.Count} entries; at most {MostEvidence} are allowed"));
            return [];
        }

        return
        [
            .. drafts.Select((draft, i) => new Evidence(
                PlainText.Read(draft.Id, $"brief.evidence[{i}].id", EvidenceId, problems),
                PlainText.Read(draft.Claim, $"brief.evidence[{i}].claim", Claim, problems))),
        ];
    }

    private static string OneOf(string? value, string otherwise, IReadOnlyCollection<string> known, string field, List<FieldProblem> problems)
    {
        if (string.IsNullOrEmpty(value))
        {
            return otherwise;
        }

        if (known.Contains(value))
        {
            return value;
        }

        problems.Add(new FieldProblem(field, $"is none of {string.Join(", ", known)}"));
        return otherwise;
    }

    /// <summary>All that a client writes freely, by field.</summary>
    private static IEnumerable<(string Field, string Text)> Texts(Brief brief) =>
    [
        .. CopyFields.Of(brief.Copy).Select(entry => ($"brief.copy.{entry.Field}", entry.Text)),
        ("brief.campaign", brief.Campaign),
        ("brief.mood", brief.Mood),
        ("brief.subject", brief.Subject),
        ("brief.audience", brief.Audience),
        .. brief.Evidence.SelectMany((evidence, i) => new[] { ($"brief.evidence[{i}].id", evidence.Id), ($"brief.evidence[{i}].claim", evidence.Claim) }),
    ];
}
