namespace Creative.Core.Statistics.Agreement;

/// <summary>Reliability of the mean of several raters from that of one (Spearman 1910, Brown 1910).</summary>
public static class SpearmanBrown
{
    /// <param name="reliability">Of one rater, above −1 / (raters − 1) and at most 1.</param>
    /// <param name="raters">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">No raters, or no such reliability.</exception>
    public static double Of(double reliability, int raters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(raters, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reliability, 1);
        var divisor = 1 + ((raters - 1) * reliability);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(divisor, nameof(reliability));
        return raters * reliability / divisor;
    }
}
