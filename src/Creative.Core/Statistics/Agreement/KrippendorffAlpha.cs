using Creative.Core.Numerics;

namespace Creative.Core.Statistics.Agreement;

/// <summary>
/// Agreement beyond chance of any number of raters with any values missing (K. Krippendorff, "Computing Krippendorff's
/// alpha-reliability", 2011): 1 is perfect, 0 is chance. From 0.8 scores count as reliable, from 0.667 as tentative.
/// </summary>
public static class KrippendorffAlpha
{
    /// <param name="units">The values of each item, one for each rater who gave one; items with fewer than two do not count.</param>
    /// <returns>Null when it is not defined: no item has two values, or all values are the same.</returns>
    public static double? Of(IReadOnlyList<IReadOnlyList<double>> units, AlphaMetric metric) => new Coincidences(units).Alpha(metric);

    /// <summary>The interval by resampling items, percentile method. The same seed gives the same interval.</summary>
    /// <param name="units">As in <see cref="Of"/>.</param>
    /// <param name="resamples">At least 100.</param>
    /// <param name="confidence">Between 0 and 1, both exclusive.</param>
    /// <param name="seed">Of the resampling.</param>
    /// <returns>Null when alpha is not defined, or not in half of the resamples.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Too few resamples, or no such confidence.</exception>
    public static Interval? IntervalOf(
        IReadOnlyList<IReadOnlyList<double>> units, AlphaMetric metric, int resamples = 1000, double confidence = 0.95, ulong seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        var coincidences = new Coincidences(units);
        if (coincidences.Alpha(metric) is null)
        {
            return null;
        }

        var random = new SeededRandom(seed);
        double[] alphas = [.. Enumerable.Range(0, resamples).Select(_ => coincidences.Resample(random).Alpha(metric)).OfType<double>()];
        return alphas.Length < resamples / 2 ? null : Interval.Middle(alphas, confidence);
    }
}
