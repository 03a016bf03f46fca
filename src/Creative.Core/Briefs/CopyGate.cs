using Creative.Core.Brands;
using Creative.Core.Compliance;
using Creative.Core.Imaging;

namespace Creative.Core.Briefs;

/// <summary>The gate that the words pass before anything is drawn: can they be drawn, and may they be said.</summary>
internal static class CopyGate
{
    public static CopyReview Review(Brief brief, Brand brand, CopyRules rules, IFontCatalog fonts, List<FieldProblem> problems)
    {
        foreach (var (field, text) in CopyFields.Of(brief.Copy))
        {
            problems.AddRange(Undrawable(text, brand, fonts).Select(character =>
                new FieldProblem($"brief.copy.{field}", $"no installed font can draw '{character}' ({CodePoints(character)})")));
        }

        problems.AddRange(brief.Evidence.Index().Where(entry => !Stands(entry.Item.Claim, brief.Copy, rules.Data)).Select(entry =>
            new FieldProblem($"brief.evidence[{entry.Index}].claim", "these words are not in the copy")));

        var context = new CopyContext(brand.ComplianceProfile, brief.ProductType, brief.Evidence);
        var review = rules.Check(brief.Copy, brief.Subject, context);
        problems.AddRange(review.Findings.Where(finding => finding.Refuses).Select(finding => new FieldProblem(
            finding.Field == CopyFields.Subject ? "brief.subject" : $"brief.copy.{finding.Field}",
            $"'{finding.Words}' is held back by {finding.RuleId}: {finding.Detail}. Suggestion: {finding.Suggestion}")));

        problems.AddRange(RequiredElements.Missing(brief.Copy, brand.ComplianceProfile, brief.ProductType, rules.Data).Select(element =>
            new FieldProblem(
                "brief.copy.disclaimer",
                $"a {brief.ProductType} product needs its {element.Name} ({rules.Data.Cite(element.Basis)}); for example: {element.Example}")));
        return review;
    }

    /// <summary>A record that backs words nobody reads is a slip, most often in the words.</summary>
    private static bool Stands(string claim, Copy copy, CopyRuleData data)
    {
        var words = data.Comparable(claim).Text;
        return CopyFields.Of(copy).Any(entry => data.Comparable(entry.Text).Text.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What neither the brand's fonts nor any other font can draw.</summary>
    private static IEnumerable<string> Undrawable(string text, Brand brand, IFontCatalog fonts)
    {
        IReadOnlyList<string> missing = [string.Concat(text.Where(character => !char.IsControl(character)))];
        foreach (var family in brand.Fonts.Values.Select(face => face.Family).Concat(fonts.Families).Distinct())
        {
            missing = fonts.MissingGlyphs(string.Concat(missing), family);
            if (missing.Count == 0)
            {
                break;
            }
        }

        return missing;
    }

    private static string CodePoints(string character) =>
        string.Join(' ', character.EnumerateRunes().Select(rune => $"U+{rune.Value:X4}"));
}
