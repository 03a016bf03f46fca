using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Creative.Core.Compliance;

/// <summary>The rule data of one version, ready to use.</summary>
public sealed class CopyRuleData
{
    /// <summary>Look-arounds rule out the engine without backtracking, so a pattern gets a time limit instead.</summary>
    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(1);

    private readonly FrozenDictionary<string, LegalBasis> _bases;

    private CopyRuleData(CopyRuleFile file)
    {
        Version = file.Version;
        Date = file.Date;
        Bases = file.Bases;
        _bases = file.Bases.ToFrozenDictionary(basis => basis.Code);
        Simplified = file.Traditional.Zip(file.Simplified).ToFrozenDictionary(pair => pair.First, pair => pair.Second);
        Negation = Pattern(file.Negation);
        Rules = [.. file.Rules.Select(row => Rule(row, file.Qualifiers))];
        Required = [.. file.Required.Select(Element)];
    }

    /// <summary>Such as "2026.11.1"; goes into the provenance of each asset.</summary>
    public string Version { get; }

    public DateOnly Date { get; }

    public ImmutableArray<LegalBasis> Bases { get; }

    public ImmutableArray<CopyRule> Rules { get; }

    public ImmutableArray<RequiredElement> Required { get; }

    /// <summary>Traditional characters of the rules' words, and their simplified ones.</summary>
    private FrozenDictionary<char, char> Simplified { get; }

    /// <summary>Matches words before a hit that turn its sense around.</summary>
    internal Regex Negation { get; }

    /// <summary>The data that is built in.</summary>
    public static CopyRuleData Load()
    {
        using var stream = typeof(CopyRuleData).Assembly.GetManifestResourceStream("Compliance/copy-rules.json")
            ?? throw new InvalidOperationException("Compliance/copy-rules.json is not embedded.");
        return new CopyRuleData(JsonSerializer.Deserialize(stream, CopyRuleJson.Default.CopyRuleFile)
            ?? throw new InvalidOperationException("Compliance/copy-rules.json is empty."));
    }

    /// <summary>Titles of the laws, for people.</summary>
    public string Cite(ImmutableArray<string> codes) => string.Join("; ", codes.Select(code => _bases[code].Title));

    /// <summary>Text as the patterns expect it.</summary>
    public ComparableText Comparable(string text) => ComparableText.Of(text, Simplified);

    private static CopyRule Rule(RuleRow row, ImmutableDictionary<string, PatternRow> qualifiers) => new(
        row.Id,
        row.Level,
        row.Profiles,
        [.. row.Products ?? []],
        (row.Levels ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
        [.. row.Fields ?? ["copy"]],
        Pattern(string.Join('|', (row.Terms ?? []).OrderByDescending(term => term.Length).Select(Regex.Escape).Concat(row.Patterns ?? []))),
        row.Negatable,
        [.. (row.Exempt ?? []).Select(Exemption)],
        [.. (row.Qualifiers ?? []).Select(name => Named(qualifiers[name]))],
        row.Requires is null ? null : Named(row.Requires),
        row.Evidence,
        row.Suggestion,
        row.Basis);

    private static CopyExemption Exemption(ExemptionRow row) =>
        new(Pattern(row.Pattern), [.. row.Products ?? []], row.WholeCopy, row.Warns, row.Reason);

    private static RequiredElement Element(RequiredRow row) =>
        new(row.Product, row.Profiles, row.Name, Pattern(row.Pattern), row.When is null ? null : Pattern(row.When), row.Example, row.Basis);

    private static NamedPattern Named(PatternRow row) => new(row.Name, Pattern(row.Pattern));

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, PatternLimit);
}
