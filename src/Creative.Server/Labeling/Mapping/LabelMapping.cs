using System.Collections.Immutable;
using Creative.Core.Labeling;
using V1 = Creative.Contract.V1;

namespace Creative.Server.Labeling.Mapping;

/// <summary>Judgements and known answers, from messages of the contract and back.</summary>
internal static class LabelMapping
{
    public static Judgement ToJudgement(V1.ScoreEvent content) => new(
        ToVerdict(content.Verdict), content.Scores.ToImmutableSortedDictionary(StringComparer.Ordinal), ToMarks(content.Marks));

    public static KnownAnswer ToAnswer(V1.KnownAnswer answer) => new(
        ToVerdict(answer.Verdict),
        answer.Scores.ToImmutableSortedDictionary(StringComparer.Ordinal),
        answer.Tolerance,
        answer.Reason is null ? null : new LocalText(answer.Reason.ByLocale.ToImmutableSortedDictionary(StringComparer.Ordinal)),
        ToMarks(answer.Marks));

    /// <summary>An unspecified one becomes a value that no verdict has, which the rules refuse.</summary>
    public static Verdict ToVerdict(V1.Verdict verdict) => verdict switch
    {
        V1.Verdict.Usable => Verdict.Usable,
        V1.Verdict.Unusable => Verdict.Unusable,
        V1.Verdict.Unsure => Verdict.Unsure,
        _ => (Verdict)(-1),
    };

    public static V1.Verdict ToMessage(Verdict? verdict) => verdict switch
    {
        Verdict.Usable => V1.Verdict.Usable,
        Verdict.Unusable => V1.Verdict.Unusable,
        Verdict.Unsure => V1.Verdict.Unsure,
        _ => V1.Verdict.Unspecified,
    };

    public static V1.Dimension ToMessage(Dimension dimension) => new()
    {
        Id = dimension.Id,
        Name = ToMessage(dimension.Name),
        Question = ToMessage(dimension.Question),
        Min = dimension.Min,
        Max = dimension.Max,
        Anchors = { dimension.Anchors.Select(anchor => new V1.Anchor { Score = anchor.Score, Meaning = ToMessage(anchor.Meaning) }) },
        ItemKinds = { dimension.ItemKinds },
        MarkKinds = { dimension.MarkKinds.Select(kind => new V1.MarkKind { Id = kind.Id, Name = ToMessage(kind.Name) }) },
    };

    public static V1.FieldProblem ToMessage(FieldProblem problem) => new() { Field = problem.Field, Description = problem.Message };

    private static V1.LocalText ToMessage(LocalText text) => new() { ByLocale = { text.ByLocale } };

    private static ImmutableArray<Mark> ToMarks(IEnumerable<V1.Mark> marks) =>
        [.. marks.Select(mark => new Mark(mark.Dimension, mark.Kind, mark.X, mark.Y, mark.Radius))];
}
