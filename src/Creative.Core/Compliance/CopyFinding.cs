using System.Collections.Immutable;

namespace Creative.Core.Compliance;

/// <summary>What became of a hit.</summary>
public enum FindingOutcome
{
    /// <summary>Refused.</summary>
    Blocked,

    /// <summary>Refused until a record backs it.</summary>
    NeedsProof,

    /// <summary>Refused until other words are there.</summary>
    Incomplete,

    /// <summary>Let through; a person should look.</summary>
    Warned,

    /// <summary>Let through: a record backs it.</summary>
    Proven,

    /// <summary>Let through: the rule does not mean this use.</summary>
    Exempt,
}

/// <summary>One hit of one rule. Says "risk found", never "lawful".</summary>
/// <param name="Field">"headline", "subhead", "benefit", "call_to_action", "disclaimer" or "subject".</param>
/// <param name="Start">Index of the first UTF-16 unit in that text as it was given.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Words">The words that were hit, as given.</param>
/// <param name="RuleId">Such as "INV-01".</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Detail">Why: the law, what is missing, the record or the exemption.</param>
/// <param name="Suggestion">What to do; empty when nothing is to be done.</param>
public sealed record CopyFinding(
    string Field, int Start, int Length, string Words, string RuleId, FindingOutcome Outcome, string Detail, string Suggestion)
{
    /// <summary>True when the brief cannot be rendered with it.</summary>
    public bool Refuses => Outcome is FindingOutcome.Blocked or FindingOutcome.NeedsProof or FindingOutcome.Incomplete;
}

/// <summary>Everything that the rules said about one brief's words.</summary>
/// <param name="RulesVersion">Version of the rule data.</param>
/// <param name="Findings">By field, then by position.</param>
public sealed record CopyReview(string RulesVersion, ImmutableArray<CopyFinding> Findings)
{
    public bool Passed => !Findings.Any(finding => finding.Refuses);
}
