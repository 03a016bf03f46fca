using Creative.Core.Datasets.Material;
using Creative.Core.Statistics;

namespace Creative.Core.Datasets.Pairs;

/// <summary>What two images are compared by; small, since a dataset may have many.</summary>
/// <param name="Place">Of the row in its split, from 0.</param>
/// <param name="Score">Mean of the corrected scores, points; null: nobody scored it.</param>
/// <param name="Error">Standard error of that mean, points.</param>
internal sealed record PairedImage(string ItemId, long Place, bool Usable, double UsableChance, double? Score, double Error)
{
    // Spread of one judgement, in points: what the subject model expects of a usual rater.
    private const double JudgementNoise = 0.6;

    public static PairedImage Of(DatasetRow row, long place)
    {
        var scores = row.Scores.Values;
        var count = row.Scores.Count;
        return new PairedImage(
            row.Item.Id,
            place,
            row.Usable,
            row.UsableChance,
            count == 0 ? null : scores.Average(score => score.Value),
            count == 0 ? 0 : Math.Sqrt(scores.Sum(score => score.Error * score.Error)) / count);
    }

    /// <summary>
    /// The chance that this is the better one. Of a usable and an unusable one by their verdicts, p (1 − q) over p (1 − q) + q (1 − p);
    /// else by their scores (<see cref="PreferenceProbability"/>); without any, even.
    /// </summary>
    public double Beats(PairedImage other)
    {
        if (Usable != other.Usable)
        {
            var (win, lose) = (UsableChance * (1 - other.UsableChance), other.UsableChance * (1 - UsableChance));
            return win / (win + lose);
        }

        return Score is { } mine && other.Score is { } theirs ? PreferenceProbability.Of((mine, Error), (theirs, other.Error), JudgementNoise) : 0.5;
    }
}
