using System.Collections.Immutable;

namespace Creative.Core.Statistics.Significance;

/// <summary>Chances adjusted for having asked several questions at once (S. Holm, "A simple sequentially rejective multiple test procedure", 1979).</summary>
public static class Holm
{
    /// <param name="chances">Each 0 to 1.</param>
    /// <returns>In the same order: compare each with the level that all together are to keep.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One is not from 0 to 1.</exception>
    public static ImmutableArray<double> Adjust(IReadOnlyList<double> chances)
    {
        var adjusted = new double[chances.Count];
        var least = 0.0;
        foreach (var (i, rank) in Enumerable.Range(0, chances.Count).OrderBy(i => chances[i]).Select((i, rank) => (i, rank)))
        {
            if (chances[i] is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(chances), chances[i], "A chance is from 0 to 1.");
            }

            adjusted[i] = least = Math.Max(least, Math.Min(1, (chances.Count - rank) * chances[i]));
        }

        return [.. adjusted];
    }
}
