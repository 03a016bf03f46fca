using Creative.Core.Statistics.Curves;
using Creative.Core.Statistics.Significance;

namespace Creative.Bench.Labels;

/// <summary>A figure of one strategy against the same of random, over paired seeds.</summary>
/// <param name="Figure">Its name.</param>
/// <param name="Area">Mean height of the learning curve, mean over seeds.</param>
/// <param name="AreaOfRandom">The same of random.</param>
/// <param name="Wins">Seeds in which the curve is better than that of random.</param>
/// <param name="Better">Chance (Wilcoxon, one-sided) of so much better if both were alike.</param>
/// <param name="Worse">Chance of so much worse.</param>
/// <param name="Labels">Median number of labels to the quality that random has at the end; the budget where it is not reached.</param>
/// <param name="TimeShare">Designers' time to that quality, as a share of the time of random, median.</param>
internal sealed record Comparison(string Figure, double Area, double AreaOfRandom, int Wins, double Better, double Worse, double Labels, double TimeShare)
{
    /// <summary>What is compared; for errors less is better.</summary>
    public static (string Name, Func<Quality, double> Value, int Sign)[] Figures { get; } =
    [
        ("rmse", quality => quality.Rmse, -1),
        ("rmse by family", quality => quality.FamilyRmse, -1),
        ("rmse of rare families", quality => quality.RareRmse, -1),
        ("auroc", quality => quality.Auroc, 1),
        ("auroc of rare families", quality => quality.RareAuroc, 1),
    ];

    public static Comparison Of(string name, Func<Quality, double> value, int sign, List<Quality>[] ours, List<Quality>[] random)
    {
        double Height(List<Quality> curve) => AreaUnderCurve.Of([.. curve.Select(point => ((double)point.Labels, value(point)))]);
        double[] differences = [.. ours.Zip(random, (a, b) => sign * (Height(a) - Height(b)))];
        var test = WilcoxonSignedRank.Of(differences);
        var reached = ours.Zip(random, (a, b) => Reached(a, value, sign, value(b[^1]))).ToArray();
        return new Comparison(
            name, ours.Average(Height), random.Average(Height), differences.Count(difference => difference > 0), test.Greater, test.Less,
            Median(reached.Select(one => one.Labels)), Median(reached.Zip(random, (one, b) => one.Seconds / b[^1].Seconds)));
    }

    /// <summary>Where a curve first is as good as that, straight between its points.</summary>
    private static (double Labels, double Seconds) Reached(List<Quality> curve, Func<Quality, double> value, int sign, double target)
    {
        var at = curve.FindIndex(point => sign * (value(point) - target) >= 0);
        if (at <= 0)
        {
            return at == 0 ? (curve[0].Labels, curve[0].Seconds) : (curve[^1].Labels, curve[^1].Seconds);
        }

        var (before, after) = (curve[at - 1], curve[at]);
        var share = (target - value(before)) / (value(after) - value(before));
        return (before.Labels + (share * (after.Labels - before.Labels)), before.Seconds + (share * (after.Seconds - before.Seconds)));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
