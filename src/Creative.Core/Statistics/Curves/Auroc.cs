namespace Creative.Core.Statistics.Curves;

/// <summary>
/// Area under the receiver operating characteristic: the chance that a positive has a higher score than a negative, ties
/// counting half (J. A. Hanley, B. J. McNeil, Radiology 143, 1982).
/// </summary>
public static class Auroc
{
    /// <returns>Null when there is no positive or no negative.</returns>
    /// <exception cref="ArgumentException">As many labels as scores are expected.</exception>
    public static double? Of(IReadOnlyList<double> scores, IReadOnlyList<bool> positive)
    {
        if (scores.Count != positive.Count)
        {
            throw new ArgumentException($"{positive.Count} labels beside {scores.Count} scores.", nameof(positive));
        }

        var (won, negatives, positives) = (0.0, 0.0, 0.0);
        foreach (var tied in Enumerable.Range(0, scores.Count).GroupBy(i => scores[i]).OrderBy(group => group.Key))
        {
            double up = tied.Count(i => positive[i]), down = tied.Count() - up;
            won += up * (negatives + (down / 2));
            (negatives, positives) = (negatives + down, positives + up);
        }

        return negatives == 0 || positives == 0 ? null : won / (negatives * positives);
    }
}
