using System.Text.RegularExpressions;
using Creative.Core.Briefs;

namespace Creative.Core.Labeling;

/// <summary>What a list of dimensions has to keep.</summary>
internal static partial class DimensionRules
{
    private const int Widest = 10;

    /// <summary>Everything that is wrong, each naming its field.</summary>
    public static IEnumerable<FieldProblem> Check(IReadOnlyList<Dimension> dimensions)
    {
        foreach (var twice in dimensions.CountBy(dimension => dimension.Id, StringComparer.Ordinal).Where(id => id.Value > 1))
        {
            yield return new FieldProblem("dimensions", $"'{twice.Key}' is there {twice.Value} times.");
        }

        foreach (var problem in dimensions.SelectMany((dimension, i) => Check($"dimensions[{i}]", dimension)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<FieldProblem> Check(string field, Dimension dimension) =>
    [
        .. Id($"{field}.id", dimension.Id),
        .. Text($"{field}.name", dimension.Name),
        .. Text($"{field}.question", dimension.Question),
        .. dimension.Min < dimension.Max && dimension.Max - (long)dimension.Min < Widest
            ? []
            : Problem($"{field}.max", $"{dimension.Min} to {dimension.Max}, expected 2 to {Widest} scores, the lowest first."),
        .. dimension.ItemKinds.IsEmpty || dimension.ItemKinds.Except(ItemKinds.All).Any()
            ? Problem($"{field}.itemKinds", $"Expected at least one of {string.Join(", ", ItemKinds.All)}.")
            : [],
        .. dimension.Anchors.Zip(dimension.Anchors.Skip(1)).All(pair => pair.First.Score < pair.Second.Score)
            ? []
            : Problem($"{field}.anchors", "Expected rising scores."),
        .. dimension.Anchors.SelectMany((anchor, i) => (IEnumerable<FieldProblem>)
        [
            .. anchor.Score >= dimension.Min && anchor.Score <= dimension.Max
                ? []
                : Problem($"{field}.anchors[{i}].score", $"{anchor.Score}, expected {dimension.Min} to {dimension.Max}."),
            .. Text($"{field}.anchors[{i}].meaning", anchor.Meaning),
        ]),
        .. dimension.MarkKinds.Select(kind => kind.Id).Distinct(StringComparer.Ordinal).Count() == dimension.MarkKinds.Length
            ? []
            : Problem($"{field}.markKinds", "One is there twice."),
        .. dimension.MarkKinds.SelectMany((kind, i) =>
            Id($"{field}.markKinds[{i}].id", kind.Id).Concat(Text($"{field}.markKinds[{i}].name", kind.Name))),
    ];

    private static FieldProblem[] Id(string field, string id) =>
        Ids().IsMatch(id) ? [] : Problem(field, $"'{id}', expected 1 to 40 characters of a-z and _.");

    private static IEnumerable<FieldProblem> Text(string field, LocalText text) => LocalText.Locales
        .Where(locale => !text.ByLocale.TryGetValue(locale, out var words) || string.IsNullOrWhiteSpace(words))
        .Select(locale => new FieldProblem($"{field}[{locale}]", "Missing."));

    private static FieldProblem[] Problem(string field, string message) => [new(field, message)];

    [GeneratedRegex("^[a-z_]{1,40}\\z")]
    private static partial Regex Ids();
}
