using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Creative.Core.Briefs;

namespace Creative.Core.Compliance;

/// <summary>What one check needs to know beside the words.</summary>
/// <param name="Profile">Compliance profile of the brand.</param>
/// <param name="ProductType">One of <see cref="ProductTypes.All"/>.</param>
/// <param name="Evidence">Records that back words of the copy.</param>
public sealed record CopyContext(string Profile, string ProductType, ImmutableArray<Evidence> Evidence);

/// <summary>Checks the words of a brief against the rule data. Pure, and safe to call from several threads.</summary>
public sealed class CopyRules(CopyRuleData data)
{
    /// <summary>How far before a hit a negation is looked for, in characters.</summary>
    private const int NegationWindow = 6;

    private static readonly Lazy<CopyRules> Loaded = new(() => new CopyRules(CopyRuleData.Load()));

    /// <summary>The rules that are built in.</summary>
    public static CopyRules Default => Loaded.Value;

    public CopyRuleData Data { get; } = data;

    public string Version => Data.Version;

    /// <summary>All that the rules say about the copy, and about the subject of the picture.</summary>
    public CopyReview Check(Copy copy, string subject, CopyContext context)
    {
        ArgumentNullException.ThrowIfNull(copy);
        ArgumentNullException.ThrowIfNull(context);
        var texts = CopyFields.Of(copy)
            .Append((Field: CopyFields.Subject, Text: subject))
            .Where(entry => entry.Text.Length > 0)
            .Select(entry => (entry.Field, Text: Data.Comparable(entry.Text)))
            .ToImmutableArray();
        var rules = Data.Rules.Where(rule => rule.AppliesTo(context.Profile, context.ProductType)).ToImmutableArray();
        return new CopyReview(
            Version,
            [
                .. from text in texts
                   from finding in rules
                       .Where(rule => rule.Fields.Contains(text.Field == CopyFields.Subject ? CopyFields.Subject : "copy"))
                       .SelectMany(rule => Apply(rule, text.Field, text.Text, texts, context))
                       .OrderBy(finding => finding.Start)
                   select finding,
            ]);
    }

    private IEnumerable<CopyFinding> Apply(
        CopyRule rule, string field, ComparableText text, ImmutableArray<(string Field, ComparableText Text)> all, CopyContext context)
    {
        foreach (Match hit in rule.Match.Matches(text.Text))
        {
            if (hit.Length == 0)
            {
                continue;
            }

            var (outcome, detail) = Judge(rule, field, text, hit, all, context);
            var (start, length) = text.Span(hit.Index, hit.Length);
            var suggestion = outcome is FindingOutcome.Exempt or FindingOutcome.Proven ? "" : rule.Suggestion;
            yield return new CopyFinding(field, start, length, text.Source.Substring(start, length), rule.Id, outcome, detail, suggestion);
        }
    }

    private (FindingOutcome Outcome, string Detail) Judge(
        CopyRule rule, string field, ComparableText text, Match hit, ImmutableArray<(string Field, ComparableText Text)> all, CopyContext context)
    {
        if (rule.Negatable && Data.Negation.IsMatch(text.Before(hit.Index, NegationWindow)))
        {
            return (FindingOutcome.Exempt, "the words before it negate it");
        }

        foreach (var exemption in rule.Exemptions.Where(entry => entry.Products.IsEmpty || entry.Products.Contains(context.ProductType)))
        {
            if (exemption.WholeCopy ? all.Any(entry => exemption.Pattern.IsMatch(entry.Text.Text)) : Covers(exemption.Pattern, text, hit))
            {
                return (exemption.Warns ? FindingOutcome.Warned : FindingOutcome.Exempt, exemption.Reason);
            }
        }

        var law = Data.Cite(rule.Basis);
        return rule.LevelFor(context.ProductType) switch
        {
            RuleLevel.Block => (FindingOutcome.Blocked, law),
            RuleLevel.Warn => (FindingOutcome.Warned, law),
            RuleLevel.Require => all.Any(entry => rule.Requirement!.Pattern.IsMatch(entry.Text.Text))
                ? (FindingOutcome.Exempt, $"{rule.Requirement!.Name} is there")
                : (FindingOutcome.Incomplete, $"{rule.Requirement!.Name} has to be there too ({law})"),
            RuleLevel.Proof => Prove(rule, text, hit, all, context, law),
            var level => throw new InvalidOperationException($"Rule {rule.Id} has the unknown level {level}."),
        };
    }

    private (FindingOutcome Outcome, string Detail) Prove(
        CopyRule rule, ComparableText text, Match hit, ImmutableArray<(string Field, ComparableText Text)> all, CopyContext context, string law)
    {
        var record = context.Evidence.FirstOrDefault(evidence => Backs(evidence, text, hit));
        var (start, end) = text.Sentence(hit.Index);
        var footnote = all.FirstOrDefault(entry => entry.Field == CopyFields.Disclaimer).Text?.Text ?? "";
        var missing = rule.Qualifiers
            .Where(qualifier => !qualifier.Pattern.IsMatch(text.Text[start..end]) && !qualifier.Pattern.IsMatch(footnote))
            .Select(qualifier => qualifier.Name)
            .ToList();
        if (record is null)
        {
            missing.Insert(0, $"an evidence entry whose claim holds these words ({rule.Evidence})");
        }

        return missing.Count == 0
            ? (FindingOutcome.Proven, $"backed by '{record!.Id}'")
            : (FindingOutcome.NeedsProof, $"needs {string.Join("; ", missing)} ({law})");
    }

    /// <summary>True when the record's claim holds the words that were hit, or stands around them in the text.</summary>
    private bool Backs(Evidence evidence, ComparableText text, Match hit)
    {
        var claim = Data.Comparable(evidence.Claim).Text;
        if (claim.Length == 0 || claim.Contains(hit.Value, StringComparison.OrdinalIgnoreCase))
        {
            return claim.Length > 0;
        }

        var at = text.Text.IndexOf(claim, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at < hit.Index + hit.Length && hit.Index < at + claim.Length;
    }

    private static bool Covers(Regex pattern, ComparableText text, Match hit)
    {
        foreach (Match match in pattern.Matches(text.Text))
        {
            if (match.Index <= hit.Index && hit.Index < match.Index + match.Length)
            {
                return true;
            }
        }

        return false;
    }
}
