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
            problems.AddRange(DrawableText.Refusals(text, brand, fonts).Select(refusal => new FieldProblem($"brief.copy.{field}", refusal)));
            problems.AddRange(ForbiddenWords.In(text, brand.ForbiddenWords, rules.Data).Select(word =>
                new FieldProblem($"brief.copy.{field}", $"'{word}' is a word that {brand.Name} does not use (forbidden_words of its kit)")));
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
}
