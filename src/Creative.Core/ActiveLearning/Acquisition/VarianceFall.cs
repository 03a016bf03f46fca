using Creative.Core.Numerics;

namespace Creative.Core.ActiveLearning.Acquisition;

/// <summary>
/// By how much one more judgement lowers the variance of one target over others items (D. A. Cohn, "Neural network
/// exploration using optimal experiment design", 1996; ALC): with A the covariance of the weights, σ² the noise and w_t
/// what each item regarded counts, a judgement of x lowers Σ w_t var_t by Σ w_t (f_xᵀ A f_t)² / (σ² + f_xᵀ A f_x).
/// </summary>
public sealed class VarianceFall
{
    private readonly FeatureRows _rated;
    private readonly double _noise;
    private readonly double[] _covariance;
    private readonly double[] _reach; // A M A, M = Σ w f_t f_tᵀ
    private readonly double[] _variance; // f_xᵀ A f_x
    private readonly double[] _gain; // f_xᵀ A M A f_x

    /// <param name="rated">Candidates.</param>
    /// <param name="regarded">Items over which the variance is to fall.</param>
    /// <param name="weights">Of those, as many.</param>
    /// <param name="covariance">A, d × d.</param>
    /// <param name="noise">σ², above 0.</param>
    public VarianceFall(FeatureRows rated, FeatureRows regarded, double[] weights, ReadOnlySpan<double> covariance, double noise)
    {
        (_rated, _noise) = (rated, noise);
        _covariance = covariance.ToArray();
        _reach = Reach(_covariance, regarded, weights);
        (_variance, _gain) = (new double[rated.Count], new double[rated.Count]);
        var scratch = new double[rated.Length];
        for (var row = 0; row < rated.Count; row++)
        {
            _variance[row] = Quadratic(_covariance, rated[row], scratch);
            _gain[row] = Quadratic(_reach, rated[row], scratch);
        }
    }

    /// <value>Candidates.</value>
    public int Count => _rated.Count;

    /// <summary>The fall that a judgement of this candidate would bring now.</summary>
    public double this[int row] => _gain[row] / (_noise + _variance[row]);

    /// <summary>A ← A − a aᵀ / s with a = A f, s = σ² + fᵀ A f, as if these features had been judged; and A M A accordingly.</summary>
    public void Take(ReadOnlySpan<double> features)
    {
        double[] a = new double[features.Length], b = new double[features.Length];
        Vectors.Multiply(_covariance, features, a);
        Vectors.Multiply(_reach, features, b);
        var scale = 1 / (_noise + Vectors.Dot(features, a));
        var squared = Vectors.Dot(features, b) * scale * scale;
        for (var row = 0; row < _rated.Count; row++)
        {
            var (u, v) = (Vectors.Dot(_rated[row], a), Vectors.Dot(_rated[row], b));
            _variance[row] -= u * u * scale;
            _gain[row] += (squared * u * u) - (2 * scale * u * v);
        }

        Vectors.AddOuter(_covariance, -scale, a);
        for (var i = 0; i < a.Length; i++)
        {
            var line = _reach.AsSpan(i * a.Length, a.Length);
            Vectors.AddScaled(line, (squared * a[i]) - (scale * b[i]), a);
            Vectors.AddScaled(line, -scale * a[i], b);
        }
    }

    /// <summary>A M A = Σ w (A f_t)(A f_t)ᵀ.</summary>
    private static double[] Reach(double[] covariance, FeatureRows regarded, double[] weights)
    {
        var (reach, turned) = (new double[covariance.Length], new double[regarded.Length]);
        for (var row = 0; row < regarded.Count; row++)
        {
            Vectors.Multiply(covariance, regarded[row], turned);
            Vectors.AddOuter(reach, weights[row], turned);
        }

        return reach;
    }

    private static double Quadratic(double[] matrix, ReadOnlySpan<double> vector, double[] scratch)
    {
        Vectors.Multiply(matrix, vector, scratch);
        return Vectors.Dot(vector, scratch);
    }
}
