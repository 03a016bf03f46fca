using MathNet.Numerics.Distributions;

namespace Creative.Core.Statistics;

/// <summary>
/// A rate and the interval it comes from (E. B. Wilson, "Probable inference, the law of succession, and statistical
/// inference", JASA 22, 1927). It stays between 0 and 1 and is right for few trials and for rates near 0 and 1.
/// </summary>
/// <param name="Rate">Share of successes, 0 to 1.</param>
public readonly record struct WilsonInterval(double Rate, double Low, double High)
{
    /// <summary>The two-sided interval.</summary>
    /// <param name="confidence">Between 0 and 1, both exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">No trials, more successes than trials, or no such confidence.</exception>
    public static WilsonInterval Of(int successes, int trials, double confidence = 0.95) => At(successes, trials, (1 + confidence) / 2);

    /// <summary>The one-sided lower bound: with this confidence the rate is higher. What a gate compares with its limit.</summary>
    /// <inheritdoc cref="Of"/>
    public static double LowerBound(int successes, int trials, double confidence = 0.95) => At(successes, trials, confidence).Low;

    /// <summary>The one-sided upper bound: with this confidence the rate is lower.</summary>
    /// <inheritdoc cref="Of"/>
    public static double UpperBound(int successes, int trials, double confidence = 0.95) => At(successes, trials, confidence).High;

    public override string ToString() => $"{Rate:0.000} [{Low:0.000}, {High:0.000}]";

    private static WilsonInterval At(int successes, int trials, double quantile)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(quantile, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(quantile, 1);
        double n = trials, p = successes / n, z = Normal.InvCDF(0, 1, quantile);
        var middle = (p + (z * z / (2 * n))) / (1 + (z * z / n));
        var half = z / (1 + (z * z / n)) * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n)));
        return new WilsonInterval(p, Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
