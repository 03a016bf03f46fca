using Creative.Contract.V1;
using Creative.Core.Statistics;
using Creative.Core.Statistics.Agreement;

namespace Creative.Server.Labeling.Figures;

/// <summary>Figures with their 95 % intervals as messages. What the data do not define is absent and never 0.</summary>
internal static class Estimates
{
    private const double Quantile = 1.959963984540054;

    /// <summary>Krippendorff's alpha with its bootstrap interval.</summary>
    public static Estimate Alpha(IReadOnlyList<IReadOnlyList<double>> units, AlphaMetric metric)
    {
        var estimate = new Estimate { Count = units.Count(unit => unit.Count > 1) };
        if (KrippendorffAlpha.Of(units, metric) is { } alpha)
        {
            estimate.Value = alpha;
        }

        return With(estimate, KrippendorffAlpha.IntervalOf(units, metric));
    }

    /// <summary>A mean; its interval takes two values or more.</summary>
    public static Estimate Mean(IReadOnlyList<double> values)
    {
        var estimate = new Estimate { Count = values.Count };
        if (values.Count == 0)
        {
            return estimate;
        }

        var mean = values.Average();
        estimate.Value = mean;
        if (values.Count == 1)
        {
            return estimate;
        }

        var half = Quantile * Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1) / values.Count);
        return With(estimate, new Interval(mean - half, mean + half));
    }

    /// <summary>A rate with Wilson's interval.</summary>
    public static Estimate Rate(int successes, int trials)
    {
        if (trials == 0)
        {
            return new Estimate();
        }

        var wilson = WilsonInterval.Of(successes, trials);
        return new Estimate { Value = wilson.Rate, Low = wilson.Low, High = wilson.High, Count = trials };
    }

    private static Estimate With(Estimate estimate, Interval? interval)
    {
        if (interval is { } found)
        {
            (estimate.Low, estimate.High) = (found.Low, found.High);
        }

        return estimate;
    }
}
