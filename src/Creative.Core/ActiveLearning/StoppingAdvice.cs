using System.Collections.Immutable;
using Creative.Core.Statistics.Agreement;

namespace Creative.Core.ActiveLearning;

/// <summary>What is known of a project's progress.</summary>
/// <param name="Verdicts">What successive scorers foresaw for the same items (1 usable, 0 not), oldest first.</param>
/// <param name="Variances">Judgements seen, and mean variance foreseen over the pool, oldest first.</param>
/// <param name="Judged">Judgements so far.</param>
/// <param name="Budget">Judgements that were planned; null: no plan.</param>
public sealed record LearningCourse(
    IReadOnlyList<IReadOnlyList<int>> Verdicts, IReadOnlyList<(long Judgements, double Variance)> Variances, long Judged, long? Budget);

/// <summary>Whether further judgements are worth their time. One sign can err; two that agree say stop.</summary>
/// <param name="Signs">Each sign looked at: the scorer's verdicts, its uncertainty, the plan.</param>
public sealed record StoppingAdvice(bool Stop, ImmutableArray<StoppingSign> Signs)
{
    /// <summary>Mean agreement of successive scorers from which they count as the same (M. Bloodgood, K. Vijay-Shanker, 2009).</summary>
    private const double SameScorer = 0.99;

    private const int Window = 3;

    /// <summary>The variance still falls when it falls by this share in so many judgements.</summary>
    private const double Falls = 0.01;

    private const long Stretch = 500;

    private const int SignsNeeded = 2;

    public static StoppingAdvice Of(LearningCourse course)
    {
        StoppingSign[] signs = [Scorer(course), Uncertainty(course), Plan(course)];
        return new StoppingAdvice(signs.Count(sign => sign.Stop) >= SignsNeeded, [.. signs]);
    }

    private static StoppingSign Scorer(LearningCourse course)
    {
        // Two scorers that foresee one verdict for everything agree, though kappa is not defined for them.
        double[] kappas = [.. course.Verdicts.Zip(course.Verdicts.Skip(1), (a, b) => CohenKappa.Of(a, b) ?? 1).TakeLast(Window)];
        return kappas.Length < Window
            ? new StoppingSign(StoppingSignKind.ScorerTooYoung, course.Verdicts.Count, Window + 1)
            : new StoppingSign(kappas.Average() >= SameScorer ? StoppingSignKind.ScorerSettled : StoppingSignKind.ScorerChanges, kappas.Average(), SameScorer);
    }

    private static StoppingSign Uncertainty(LearningCourse course)
    {
        if (course.Variances.Count == 0 || course.Variances.LastOrDefault(one => one.Judgements <= course.Variances[^1].Judgements - Stretch) is not { Variance: > 0 } before)
        {
            var followed = course.Variances.Count == 0 ? 0 : course.Variances[^1].Judgements - course.Variances[0].Judgements;
            return new StoppingSign(StoppingSignKind.UncertaintyTooYoung, followed, Stretch);
        }

        var last = course.Variances[^1];
        var fall = (1 - (last.Variance / before.Variance)) * Stretch / (last.Judgements - before.Judgements);
        return new StoppingSign(fall < Falls ? StoppingSignKind.UncertaintyFlat : StoppingSignKind.UncertaintyFalls, fall, Stretch);
    }

    private static StoppingSign Plan(LearningCourse course) => course.Budget switch
    {
        null => new StoppingSign(StoppingSignKind.NothingPlanned),
        { } budget => new StoppingSign(course.Judged >= budget ? StoppingSignKind.PlanDone : StoppingSignKind.PlanOpen, course.Judged, budget),
    };
}
