using MathNet.Numerics.Distributions;

namespace Creative.Core.Statistics;

/// <summary>How likely one item is the better of two, from scores that are only known up to an error (Thurstone's case of normal errors).</summary>
public static class PreferenceProbability
{
    /// <summary>Φ((a − b) / √(se_a² + se_b² + 2 s²)): the chance that a rater who looks at both prefers the first.</summary>
    /// <param name="a">Score and standard error of the first, in points.</param>
    /// <param name="b">Score and standard error of the second, in points.</param>
    /// <param name="judgementNoise">Standard deviation of one judgement, in points.</param>
    /// <exception cref="ArgumentOutOfRangeException">A deviation is negative, or all are 0.</exception>
    public static double Of((double Score, double Error) a, (double Score, double Error) b, double judgementNoise)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(a.Error);
        ArgumentOutOfRangeException.ThrowIfNegative(b.Error);
        ArgumentOutOfRangeException.ThrowIfNegative(judgementNoise);
        var spread = Math.Sqrt((a.Error * a.Error) + (b.Error * b.Error) + (2 * judgementNoise * judgementNoise));
        ArgumentOutOfRangeException.ThrowIfZero(spread, nameof(judgementNoise));
        return Normal.CDF(0, 1, (a.Score - b.Score) / spread);
    }
}
