using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Creative.Core.Compliance;

/// <summary>copy-rules.json as it is written; an unknown or missing member is an error.</summary>
internal sealed record CopyRuleFile(
    string Version,
    DateOnly Date,
    string About,
    ImmutableArray<LegalBasis> Bases,
    string Traditional,
    string Simplified,
    string Negation,
    ImmutableDictionary<string, PatternRow> Qualifiers,
    ImmutableArray<RuleRow> Rules,
    ImmutableArray<RequiredRow> Required);

/// <param name="Name">For people.</param>
/// <param name="Pattern">.NET regular expression.</param>
internal sealed record PatternRow(string Name, string Pattern);

/// <summary>See <see cref="CopyRule"/>. Terms are matched as they stand, patterns as regular expressions.</summary>
internal sealed record RuleRow(
    string Id,
    RuleLevel Level,
    ImmutableArray<string> Profiles,
    string Suggestion,
    ImmutableArray<string> Basis,
    string Confidence,
    string[]? Products = null,
    Dictionary<string, RuleLevel>? Levels = null,
    string[]? Fields = null,
    string[]? Terms = null,
    string[]? Patterns = null,
    bool Negatable = false,
    ExemptionRow[]? Exempt = null,
    string[]? Qualifiers = null,
    PatternRow? Requires = null,
    string Evidence = "",
    string Note = "");

/// <summary>See <see cref="CopyExemption"/>.</summary>
internal sealed record ExemptionRow(string Pattern, string Reason, string[]? Products = null, bool WholeCopy = false, bool Warns = false);

/// <summary>See <see cref="RequiredElement"/>.</summary>
internal sealed record RequiredRow(
    string Product,
    ImmutableArray<string> Profiles,
    string Name,
    string Pattern,
    string Example,
    ImmutableArray<string> Basis,
    string Confidence,
    string? When = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CopyRuleFile))]
internal sealed partial class CopyRuleJson : JsonSerializerContext;
