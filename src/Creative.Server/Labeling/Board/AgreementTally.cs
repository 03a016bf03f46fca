using Creative.Core.ActiveLearning;

namespace Creative.Server.Labeling.Board;

/// <summary>Counts how often raters' verdicts on the same item agree.</summary>
public sealed class AgreementTally
{
    private readonly Dictionary<string, (long Agreed, long Pairs)> _pairs = new(StringComparer.Ordinal);

    /// <param name="score">One that comes or goes.</param>
    /// <param name="others">The item's, without it.</param>
    /// <param name="by">1 when it comes, -1 when it goes.</param>
    public void Count(StandingScore score, IEnumerable<StandingScore> others, int by)
    {
        foreach (var other in others.Where(other => other.Rater != score.Rater))
        {
            var agreed = other.Given.Verdict == score.Given.Verdict ? by : 0;
            Add(score.Rater, agreed, by);
            Add(other.Rater, agreed, by);
        }
    }

    public double Of(string rater)
    {
        var (agreed, pairs) = _pairs.GetValueOrDefault(rater);
        return RaterQuality.Agreement(agreed, pairs);
    }

    private void Add(string rater, long agreed, long pairs)
    {
        var before = _pairs.GetValueOrDefault(rater);
        _pairs[rater] = (before.Agreed + agreed, before.Pairs + pairs);
    }
}
