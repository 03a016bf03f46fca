using System.Collections.Immutable;
using Creative.Core.Labeling;

namespace Creative.Core.Scoring.Learning;

/// <summary>What one judgement teaches about one target.</summary>
/// <param name="Target">Id of a <see cref="ScoringTarget"/>.</param>
/// <param name="Value">Score in points, or 0 and 1 for the verdict.</param>
/// <param name="Weight">1 for a usual rater; less for a noisy one.</param>
public sealed record Lesson(string Target, double Value, double Weight)
{
    /// <summary>Nobody counts for more than twice or less than a tenth of a usual rater: their figures are estimates, too.</summary>
    private static readonly (double Least, double Most) Weights = (0.1, 2);

    /// <param name="rater">What is known of who judged; null: nothing yet.</param>
    /// <returns>None for the verdict of a rater who is unsure.</returns>
    public static ImmutableArray<Lesson> Of(Judgement judgement, RaterCorrection? rater = null) =>
    [
        .. judgement.Verdict == Verdict.Unsure ? [] : (ImmutableArray<Lesson>)[new(ScoringTarget.Usable, judgement.Verdict == Verdict.Usable ? 1 : 0, 1)],
        .. judgement.Scores.Select(score => new Lesson(
            score.Key,
            score.Value - (rater?.Bias.GetValueOrDefault(score.Key) ?? 0),
            rater is not null && rater.Noise.TryGetValue(score.Key, out var noise) ? Math.Clamp(rater.UsualNoise * rater.UsualNoise / (noise * noise), Weights.Least, Weights.Most) : 1)),
    ];
}

/// <summary>What the subject model says of a rater, by dimension id, in points.</summary>
/// <param name="UsualNoise">That of a usual rater, above 0.</param>
public sealed record RaterCorrection(ImmutableSortedDictionary<string, double> Bias, ImmutableSortedDictionary<string, double> Noise, double UsualNoise = 0.6);
