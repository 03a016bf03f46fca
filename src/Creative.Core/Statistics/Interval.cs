namespace Creative.Core.Statistics;

/// <summary>From the low to the high end, of an estimate.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The middle <paramref name="confidence"/> of the values, by rank: the percentile interval of a bootstrap.</summary>
    /// <param name="values">At least one; they are sorted in place.</param>
    /// <exception cref="ArgumentException">No values.</exception>
    public static Interval Middle(double[] values, double confidence)
    {
        if (values.Length == 0)
        {
            throw new ArgumentException("An interval needs values.", nameof(values));
        }

        Array.Sort(values);
        double At(double share) => values[(int)Math.Round(share * (values.Length - 1))];
        return new Interval(At((1 - confidence) / 2), At((1 + confidence) / 2));
    }
}
