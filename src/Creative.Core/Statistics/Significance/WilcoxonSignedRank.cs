using MathNet.Numerics.Distributions;

namespace Creative.Core.Statistics.Significance;

/// <summary>
/// Whether paired differences lie around 0 (F. Wilcoxon, "Individual comparisons by ranking methods", 1945). Differences of
/// 0 are left out; equal ones share their mean rank.
/// </summary>
/// <param name="Positive">Sum of the ranks of the positive differences.</param>
/// <param name="Pairs">Differences that are not 0.</param>
/// <param name="Greater">Chance of this or more if they lay around 0: small when they lie above.</param>
/// <param name="Less">Chance of this or less: small when they lie below.</param>
public sealed record WilcoxonSignedRank(double Positive, int Pairs, double Greater, double Less)
{
    /// <summary>Up to this many pairs the chances are counted, ties and all; above, the normal curve is as good.</summary>
    private const int MostCounted = 50;

    /// <value>Chance of a sum as far off either way or further.</value>
    public double TwoSided => Math.Min(1, 2 * Math.Min(Greater, Less));

    public static WilcoxonSignedRank Of(IReadOnlyCollection<double> differences)
    {
        double[] sizes = [.. differences.Where(difference => difference != 0).OrderBy(Math.Abs)];
        var ranks = DoubledRanks(sizes);
        var positive = sizes.Zip(ranks, (difference, rank) => difference > 0 ? rank : 0).Sum();
        var (greater, less) = sizes.Length <= MostCounted ? Counted(ranks, positive) : Normally(ranks, positive);
        return new WilcoxonSignedRank(positive / 2.0, sizes.Length, greater, less);
    }

    /// <summary>Twice the ranks, so that means of neighbours are whole.</summary>
    private static int[] DoubledRanks(double[] sizes)
    {
        var ranks = new int[sizes.Length];
        for (var start = 0; start < sizes.Length;)
        {
            var end = start + 1;
            while (end < sizes.Length && Math.Abs(sizes[end]) == Math.Abs(sizes[start]))
            {
                end++;
            }

            Array.Fill(ranks, start + 1 + end, start, end - start);
            start = end;
        }

        return ranks;
    }

    /// <summary>Each rank has either sign with the same chance: how often each sum comes out, by adding rank after rank.</summary>
    private static (double Greater, double Less) Counted(int[] ranks, int positive)
    {
        var most = ranks.Sum();
        var chance = new double[most + 1];
        chance[0] = 1;
        foreach (var rank in ranks)
        {
            for (var sum = most; sum >= 0; sum--)
            {
                chance[sum] = (chance[sum] + (sum >= rank ? chance[sum - rank] : 0)) / 2;
            }
        }

        return (chance.Skip(positive).Sum(), chance.Take(positive + 1).Sum());
    }

    /// <summary>With the variance that ties leave, Σ rank² / 4, and half a rank for continuity.</summary>
    private static (double Greater, double Less) Normally(int[] ranks, int positive)
    {
        var mean = ranks.Sum() / 2.0;
        var spread = Math.Sqrt(ranks.Sum(rank => (double)rank * rank) / 4);
        return (1 - Normal.CDF(mean, spread, positive - 1), Normal.CDF(mean, spread, positive + 1));
    }
}
