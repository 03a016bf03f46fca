namespace Creative.Studio.Judging;

/// <summary>
/// A rate and the 95 % interval it comes from (E. B. Wilson, "Probable inference, the law of succession, and statistical
/// inference", JASA 22, 1927).
/// </summary>
public readonly record struct WilsonInterval(double Rate, double Low, double High)
{
    private const double Z = 1.959963984540054;

    /// <exception cref="ArgumentOutOfRangeException">No trials, or more successes than trials.</exception>
    public static WilsonInterval Of(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        double n = trials, p = successes / n;
        var middle = (p + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return new WilsonInterval(p, Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    public override string ToString() => $"{Rate:0.000} [{Low:0.000}, {High:0.000}]";
}
