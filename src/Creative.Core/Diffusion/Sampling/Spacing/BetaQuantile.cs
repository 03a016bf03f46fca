namespace Creative.Core.Diffusion.Sampling.Spacing;

/// <summary>
/// Quantiles of the beta distribution: its cumulative function by the continued fraction of DLMF 8.17.22, evaluated with Lentz's
/// method, inverted by bisection.
/// </summary>
internal static class BetaQuantile
{
    private const int Terms = 200;
    private const double Tiny = 1e-300;

    /// <param name="share">0 to 1.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    public static double Of(double share, double a, double b)
    {
        if (share is <= 0 or >= 1)
        {
            return share <= 0 ? 0 : 1;
        }

        var (low, high) = (0.0, 1.0);
        while (high - low > 1e-16 * high && high - low > double.Epsilon && (low + high) / 2 is var middle && middle > low && middle < high)
        {
            (low, high) = Cumulative(middle, a, b) < share ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double Cumulative(double x, double a, double b)
    {
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * double.LogP1(-x)));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        var (c, d) = (1.0, 1 / NotZero(1 - ((a + b) * x / (a + 1))));
        var result = d;
        for (var m = 1; m <= Terms; m++)
        {
            var before = result;
            Step(m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m))));
            Step(-(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1)));
            if (result == before)
            {
                break;
            }
        }

        return result;

        void Step(double numerator)
        {
            d = 1 / NotZero(1 + (numerator * d));
            c = NotZero(1 + (numerator / c));
            result *= c * d;
        }
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    /// <summary>Lanczos 1964 with g = 7 and nine terms.</summary>
    private static double LogGamma(double x)
    {
        ReadOnlySpan<double> terms =
        [
            676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
            -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ];
        if (x < 0.5)
        {
            return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        }

        var sum = 0.99999999999980993;
        for (var i = 0; i < terms.Length; i++)
        {
            sum += terms[i] / (x + i);
        }

        var t = x + terms.Length - 1.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
