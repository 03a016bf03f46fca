using System.Collections.Immutable;

namespace Creative.Core.Statistics.Raters;

/// <summary>What is unusual about a rater.</summary>
public enum RaterRemark
{
    /// <summary>Noise above twice the median.</summary>
    Noisy,

    /// <summary>Bias further than 0.75 points above the others.</summary>
    Generous,

    /// <summary>Bias further than 0.75 points below the others.</summary>
    Severe,
}

/// <summary>Finds raters to talk with. Nobody's ratings are left out: the model gives noisy ones less weight by itself.</summary>
public static class RaterScreening
{
    private const double NoiseLimit = 2;
    private const double BiasLimit = 0.75;

    /// <param name="fit">Of the table that has these raters.</param>
    /// <param name="raters">Ids, in the order of the fit.</param>
    public static ImmutableArray<(string Rater, RaterRemark Remark)> Of(SubjectFit fit, ImmutableArray<string> raters)
    {
        double[] sorted = [.. fit.Noise.Order()];
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return [.. raters.SelectMany((rater, i) => Remarks(fit.Bias[i], fit.Noise[i], median).Select(remark => (rater, remark)))];
    }

    private static IEnumerable<RaterRemark> Remarks(double bias, double noise, double median)
    {
        if (noise > NoiseLimit * median)
        {
            yield return RaterRemark.Noisy;
        }

        if (Math.Abs(bias) > BiasLimit)
        {
            yield return bias > 0 ? RaterRemark.Generous : RaterRemark.Severe;
        }
    }
}
