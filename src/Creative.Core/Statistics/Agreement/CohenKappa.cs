namespace Creative.Core.Statistics.Agreement;

/// <summary>Agreement beyond chance of two series of answers to the same items.</summary>
public static class CohenKappa
{
    /// <summary>Same or not (J. Cohen, "A coefficient of agreement for nominal scales", 1960).</summary>
    /// <returns>Null when both gave the same answer throughout, or there are none.</returns>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    public static double? Of(IReadOnlyList<int> a, IReadOnlyList<int> b) => Weighted(a, b, (x, y) => x == y ? 0 : 1);

    /// <summary>
    /// By squared difference (J. Cohen, "Weighted kappa", 1968): 1 − Σ w o / Σ w e with w = (i − j)². The usual division by
    /// (K − 1)² cancels.
    /// </summary>
    /// <inheritdoc cref="Of"/>
    public static double? Quadratic(IReadOnlyList<int> a, IReadOnlyList<int> b) => Weighted(a, b, (x, y) => ((double)x - y) * ((double)x - y));

    private static double? Weighted(IReadOnlyList<int> a, IReadOnlyList<int> b, Func<int, int, double> weight)
    {
        if (a.Count != b.Count)
        {
            throw new ArgumentException($"{b.Count} answers beside {a.Count}.", nameof(b));
        }

        var observed = a.Zip(b, weight).Sum() * a.Count;
        var expected =
            (from x in a.CountBy(value => value) from y in b.CountBy(value => value) select weight(x.Key, y.Key) * x.Value * y.Value).Sum();
        return expected > 0 ? 1 - (observed / expected) : null;
    }
}
