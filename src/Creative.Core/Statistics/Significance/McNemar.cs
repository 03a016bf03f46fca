using MathNet.Numerics.Distributions;

namespace Creative.Core.Statistics.Significance;

/// <summary>
/// Whether one of two models is better on the same prompts and seeds, exactly (Q. McNemar, "Note on the sampling error of
/// the difference between correlated proportions", Psychometrika 12, 1947): only pairs that differ tell.
/// </summary>
/// <param name="TwoSided">Chance of a split as uneven as this or more if both were alike.</param>
/// <param name="OneSided">Chance of as many or more for the first.</param>
public readonly record struct McNemar(double TwoSided, double OneSided)
{
    /// <param name="onlyFirst">Pairs where only the first was usable.</param>
    /// <param name="onlySecond">Pairs where only the second was usable.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static McNemar Of(int onlyFirst, int onlySecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        var n = onlyFirst + onlySecond;
        double AtMost(int count) => n == 0 ? 1 : Binomial.CDF(0.5, n, count);
        return new McNemar(Math.Min(1, 2 * AtMost(Math.Min(onlyFirst, onlySecond))), AtMost(onlySecond));
    }
}
