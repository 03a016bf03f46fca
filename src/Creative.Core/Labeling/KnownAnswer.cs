using System.Collections.Immutable;

namespace Creative.Core.Labeling;

/// <summary>What experienced designers agreed on for an item: to check raters by (gold) or to learn from (worked example).</summary>
/// <param name="Scores">By dimension id; one that is left out is not compared.</param>
/// <param name="Tolerance">Allowed distance from each score, 0 to <see cref="MostTolerance"/> points.</param>
/// <param name="Reason">Why; null: not said.</param>
public sealed record KnownAnswer(
    Verdict Verdict, ImmutableSortedDictionary<string, int> Scores, int Tolerance, LocalText? Reason, ImmutableArray<Mark> Marks)
{
    public const int MostTolerance = 2;

    /// <summary>
    /// Passed: the same verdict, and each score that both gave within the tolerance. A rater who is unsure has not passed
    /// unless that is the answer; a score that the rater left out is not held against them.
    /// </summary>
    public AnswerCheck Compare(Judgement judgement)
    {
        var differences = Scores
            .Where(known => judgement.Scores.ContainsKey(known.Key))
            .ToImmutableSortedDictionary(known => known.Key, known => judgement.Scores[known.Key] - known.Value, StringComparer.Ordinal);
        return new AnswerCheck(judgement.Verdict == Verdict, [.. differences.Where(one => Math.Abs(one.Value) > Tolerance).Select(one => one.Key)], differences);
    }
}

/// <summary>A judgement beside the known answer.</summary>
/// <param name="Missed">Ids of dimensions whose score is further off than allowed.</param>
/// <param name="Differences">Score less known score, in points, by dimension id.</param>
public sealed record AnswerCheck(bool VerdictAgrees, ImmutableArray<string> Missed, ImmutableSortedDictionary<string, int> Differences)
{
    public bool Passed => VerdictAgrees && Missed.IsEmpty;
}
