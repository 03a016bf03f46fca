using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Creative.Core.Compliance;

/// <summary>What a hit leads to.</summary>
public enum RuleLevel
{
    /// <summary>The brief is refused.</summary>
    Block,

    /// <summary>The brief is refused unless it carries a record that backs the words.</summary>
    Proof,

    /// <summary>Other words have to be there too; the brief is refused when they are not.</summary>
    Require,

    /// <summary>Goes into the report, for a person to look at.</summary>
    Warn,
}

/// <summary>One rule of copy-rules.json. Patterns are matched against <see cref="ComparableText"/>.</summary>
/// <param name="Id">Such as "INV-01".</param>
/// <param name="Level">Unless the product type has its own in <paramref name="Levels"/>.</param>
/// <param name="Profiles">Compliance profiles it belongs to.</param>
/// <param name="Products">Product types it applies to; none: all.</param>
/// <param name="Levels">Levels of product types that differ.</param>
/// <param name="Fields">What it reads: "copy", "subject", or both.</param>
/// <param name="Match">What it looks for.</param>
/// <param name="Negatable">True: "不" and its like up to six characters before turn the sense around.</param>
/// <param name="Exemptions">When a hit is none.</param>
/// <param name="Qualifiers">For proof: what has to stand in the same sentence or in the footnote.</param>
/// <param name="Requirement">For require: what has to be there.</param>
/// <param name="Evidence">For proof: the record that is needed.</param>
/// <param name="Suggestion">What to write instead, or to do.</param>
/// <param name="Basis">Codes of <see cref="LegalBasis"/>.</param>
public sealed record CopyRule(
    string Id,
    RuleLevel Level,
    ImmutableArray<string> Profiles,
    ImmutableArray<string> Products,
    ImmutableSortedDictionary<string, RuleLevel> Levels,
    ImmutableArray<string> Fields,
    Regex Match,
    bool Negatable,
    ImmutableArray<CopyExemption> Exemptions,
    ImmutableArray<NamedPattern> Qualifiers,
    NamedPattern? Requirement,
    string Evidence,
    string Suggestion,
    ImmutableArray<string> Basis)
{
    public RuleLevel LevelFor(string productType) => Levels.GetValueOrDefault(productType, Level);

    public bool AppliesTo(string profile, string productType) =>
        Profiles.Contains(profile) && (Products.IsEmpty || Products.Contains(productType));
}

/// <summary>A pattern that a person can be told about.</summary>
public sealed record NamedPattern(string Name, Regex Pattern);

/// <summary>A use of the words that the rule does not mean.</summary>
/// <param name="Pattern">Has to cover the start of the hit; anywhere in the copy when <paramref name="WholeCopy"/>.</param>
/// <param name="Products">Product types it holds for; none: all.</param>
/// <param name="WholeCopy">Looks at all of the copy, not only around the hit.</param>
/// <param name="Warns">True: a warning stays.</param>
/// <param name="Reason">Plain words, for the report.</param>
public sealed record CopyExemption(Regex Pattern, ImmutableArray<string> Products, bool WholeCopy, bool Warns, string Reason);

/// <summary>A law or guideline a rule rests on. <paramref name="Confidence"/>: "verified" or "assumed".</summary>
public sealed record LegalBasis(string Code, string Title, string Point, string Confidence);
