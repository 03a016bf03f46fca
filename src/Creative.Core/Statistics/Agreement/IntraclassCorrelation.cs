namespace Creative.Core.Statistics.Agreement;

/// <summary>
/// The six intraclass correlations of P. E. Shrout and J. L. Fleiss, "Intraclass correlations: uses in assessing rater
/// reliability", Psychological Bulletin 86, 1979. For calibration rounds, where every rater scores every item.
/// </summary>
/// <param name="BetweenItems">Mean square, in points squared; the same holds for the next three.</param>
/// <param name="OneWaySingle">ICC(1,1).</param>
/// <param name="TwoWaySingle">ICC(2,1): absolute agreement of one rater drawn at random.</param>
/// <param name="FixedSingle">ICC(3,1): consistency of these raters.</param>
/// <param name="OneWayMean">ICC(1,k).</param>
/// <param name="TwoWayMean">ICC(2,k): absolute agreement of the mean of all.</param>
/// <param name="FixedMean">ICC(3,k).</param>
public sealed record IntraclassCorrelation(
    double BetweenItems, double BetweenRaters, double Residual, double WithinItems,
    double OneWaySingle, double TwoWaySingle, double FixedSingle, double OneWayMean, double TwoWayMean, double FixedMean)
{
    /// <param name="scores">Items × raters, none missing; at least two of each.</param>
    /// <returns>Null when all items have the same mean and it is not defined.</returns>
    /// <exception cref="ArgumentException">Fewer than two items or raters, or a score that is no number.</exception>
    public static IntraclassCorrelation? Of(double[,] scores)
    {
        int n = scores.GetLength(0), k = scores.GetLength(1);
        if (n < 2 || k < 2 || scores.Cast<double>().Any(score => !double.IsFinite(score)))
        {
            throw new ArgumentException($"{n} items × {k} raters, expected at least 2 × 2 and every score a number.", nameof(scores));
        }

        var mean = scores.Cast<double>().Average();
        var items = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, k).Average(j => scores[i, j])).ToArray();
        var raters = Enumerable.Range(0, k).Select(j => Enumerable.Range(0, n).Average(i => scores[i, j])).ToArray();
        var all = scores.Cast<double>().Sum(score => (score - mean) * (score - mean));
        var ofItems = k * items.Sum(item => (item - mean) * (item - mean));
        var ofRaters = n * raters.Sum(rater => (rater - mean) * (rater - mean));
        var (bms, jms) = (ofItems / (n - 1), ofRaters / (k - 1));
        var (ems, wms) = ((all - ofItems - ofRaters) / ((n - 1) * (k - 1)), (all - ofItems) / (n * (k - 1)));
        return bms <= 0 ? null : new IntraclassCorrelation(
            bms, jms, ems, wms,
            (bms - wms) / (bms + ((k - 1) * wms)),
            (bms - ems) / (bms + ((k - 1) * ems) + (k * (jms - ems) / n)),
            (bms - ems) / (bms + ((k - 1) * ems)),
            (bms - wms) / bms,
            (bms - ems) / (bms + ((jms - ems) / n)),
            (bms - ems) / bms);
    }
}
