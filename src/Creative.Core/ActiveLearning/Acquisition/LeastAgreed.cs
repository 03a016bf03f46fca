using Creative.Core.Labeling;
using Creative.Core.Numerics;
using Creative.Core.Scoring.Learning;

namespace Creative.Core.ActiveLearning.Acquisition;

/// <summary>
/// The judged item whose verdict is least settled (H. W. Goh, J. Mueller, "ActiveLab: active learning with re-labeling by
/// multiple annotators", 2023): the scorer, each rater by how well they agree with others, and one imagined rater who
/// votes for both vote together; the lower the chance of the verdict that wins, the earlier a further opinion.
/// </summary>
public sealed class LeastAgreed(QueueState state, SeededRandom random) : HighestFirst(state.Judged.Count)
{
    /// <summary>Items that are looked at, by lot.</summary>
    private const int MostRated = 500;

    private readonly int[] _rated = ExpandedPool.Lot(state.Judged.Count, MostRated, random);
    private Dictionary<int, double>? _confidence;

    /// <summary>Worked out when the first is asked for: most queues want none.</summary>
    protected override double Worth(int item) =>
        (_confidence ??= _rated.ToDictionary(one => one, one => Confidence(state.Judged[one], state.Scorer))).TryGetValue(item, out var confidence)
            ? -confidence
            : double.NegativeInfinity;

    /// <summary>Chance of the likelier verdict, 0.5 to 1.</summary>
    public static double Confidence(JudgedItem item, ScorerSnapshot? scorer)
    {
        var votes = item.Verdicts.Where(vote => vote.Verdict != Verdict.Unsure).ToArray();
        var weights = votes.Select(vote => RaterQuality.Weight(vote.Agreement)).ToArray();
        var imagined = weights.Length == 0 ? 1 : weights.Average();
        var foreseen = scorer is not null && item.Inputs is { } inputs ? scorer.ForeseeUsable(inputs) : 0.5;
        var usable = foreseen + (imagined / 2);
        for (var i = 0; i < votes.Length; i++)
        {
            // A vote speaks for its verdict as far as raters agree in general, for the other one with the rest.
            usable += weights[i] * (votes[i].Verdict == Verdict.Usable ? RaterQuality.UsualAgreement : 1 - RaterQuality.UsualAgreement);
        }

        var chance = usable / (1 + imagined + weights.Sum());
        return Math.Max(chance, 1 - chance);
    }
}
