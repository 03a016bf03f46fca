using System.Collections.Immutable;
using Creative.Core.Briefs;

namespace Creative.Core.Labeling;

/// <summary>What a judgement may say.</summary>
public static class JudgementRules
{
    /// <summary>Everything that is wrong with it, each naming its field as the contract does: "scores[hue]", "marks[2].radius".</summary>
    /// <param name="dimensions">Those the item is judged on.</param>
    public static ImmutableArray<FieldProblem> Check(Judgement judgement, IReadOnlyCollection<Dimension> dimensions)
    {
        var known = dimensions.ToDictionary(dimension => dimension.Id, StringComparer.Ordinal);
        return
        [
            .. Enum.IsDefined(judgement.Verdict) ? [] : Problem("verdict", "Expected usable, unusable or unsure."),
            .. judgement.Scores.SelectMany(score => Score(score.Key, score.Value, known)),
            .. judgement.Marks.Length <= Judgement.MostMarks ? [] : Problem("marks", $"{judgement.Marks.Length}, expected at most {Judgement.MostMarks}."),
            .. judgement.Marks.Take(Judgement.MostMarks).SelectMany((mark, i) => Marked($"marks[{i}]", mark, known)),
        ];
    }

    private static FieldProblem[] Score(string id, int score, Dictionary<string, Dimension> known)
    {
        if (!known.TryGetValue(id, out var dimension))
        {
            // What came in may be of any length and content; it is not repeated.
            return Problem("scores", $"A dimension is not among {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}.");
        }

        return score >= dimension.Min && score <= dimension.Max
            ? []
            : Problem($"scores[{id}]", $"{score}, expected {dimension.Min} to {dimension.Max}.");
    }

    private static IEnumerable<FieldProblem> Marked(string field, Mark mark, Dictionary<string, Dimension> known)
    {
        var markable = known.Values.Where(dimension => !dimension.MarkKinds.IsEmpty).ToArray();
        var dimension = markable.FirstOrDefault(dimension => dimension.Id == mark.Dimension);
        return
        [
            .. dimension is not null ? [] : Problem($"{field}.dimension", $"Expected one of {string.Join(", ", markable.Select(one => one.Id))}."),
            .. dimension is null || dimension.MarkKinds.Any(kind => kind.Id == mark.Kind)
                ? []
                : Problem($"{field}.kind", $"Expected one of {string.Join(", ", dimension.MarkKinds.Select(kind => kind.Id))}."),
            .. Within($"{field}.x", mark.X, 0, 1),
            .. Within($"{field}.y", mark.Y, 0, 1),
            .. Within($"{field}.radius", mark.Radius, Mark.LeastRadius, Mark.MostRadius),
        ];
    }

    private static FieldProblem[] Within(string field, double value, double low, double high) =>
        value >= low && value <= high ? [] : Problem(field, $"{value}, expected {low} to {high}.");

    private static FieldProblem[] Problem(string field, string message) => [new(field, message)];
}
