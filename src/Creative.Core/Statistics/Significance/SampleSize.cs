using MathNet.Numerics.Distributions;

namespace Creative.Core.Statistics.Significance;

/// <summary>How many trials a comparison takes.</summary>
public static class SampleSize
{
    /// <summary>
    /// (z_confidence + z_power)² (p(1 − p) + q(1 − q)) / (p − q)²: trials on either side to show that one rate is above another, the
    /// sides independent, one-sided (J. L. Fleiss, "Statistical methods for rates and proportions", 1981, without pooling).
    /// </summary>
    /// <param name="lower">Rate of the one side, 0 to 1.</param>
    /// <param name="higher">Rate of the other, above it, at most 1.</param>
    /// <param name="power">With what chance the difference is to be found, between 0.5 and 1, both exclusive.</param>
    /// <param name="confidence">Of the test, between 0.5 and 1, both exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of these ranges.</exception>
    public static double OfTwoRates(double lower, double higher, double power = 0.8, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lower);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lower, higher);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(higher, 1);
        foreach (var chance in new[] { power, confidence })
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(chance, 0.5);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chance, 1);
        }

        var z = Normal.InvCDF(0, 1, confidence) + Normal.InvCDF(0, 1, power);
        return z * z * ((lower * (1 - lower)) + (higher * (1 - higher))) / ((higher - lower) * (higher - lower));
    }
}
