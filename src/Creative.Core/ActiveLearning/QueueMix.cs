using System.Collections.Immutable;
using Creative.Core.Briefs;

namespace Creative.Core.ActiveLearning;

/// <summary>Shares of what designers are shown; each 0 to 1, together 1.</summary>
/// <param name="Informative">What teaches the scorer most.</param>
/// <param name="Random">By lot, among items nobody judged: what usable rates are estimated from. At least <see cref="LeastRandom"/>.</param>
/// <param name="Gold">Items with a known answer.</param>
/// <param name="Repeats">Items that the same rater judged before, unannounced.</param>
/// <param name="Relabel">Items that others judged and that a further opinion would settle.</param>
public sealed record QueueMix(double Informative, double Random, double Gold, double Repeats, double Relabel)
{
    public const double LeastRandom = 0.05;

    private const double Slack = 1e-6;

    public static QueueMix Default { get; } = new(0.6, 0.2, 0.07, 0.05, 0.08);

    /// <summary>Everything that is wrong with it, each naming its field.</summary>
    public ImmutableArray<FieldProblem> Check()
    {
        (string Name, double Share)[] shares =
            [("informative", Informative), ("random", Random), ("gold", Gold), ("repeats", Repeats), ("relabel", Relabel)];
        return
        [
            .. shares.Where(share => share.Share is not (>= 0 and <= 1)).Select(share => new FieldProblem($"mix.{share.Name}", $"{share.Share}, expected 0 to 1.")),
            .. Random < LeastRandom ? [new FieldProblem("mix.random", $"{Random}, expected at least {LeastRandom}: usable rates are estimated from it.")] : (FieldProblem[])[],
            .. Math.Abs(shares.Sum(share => share.Share) - 1) <= Slack ? [] : (FieldProblem[])[new("mix", $"The shares add up to {shares.Sum(share => share.Share):0.###}, expected 1.")],
        ];
    }
}
