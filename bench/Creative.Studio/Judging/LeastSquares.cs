namespace Creative.Studio.Judging;

/// <summary>Sums of a linear least-squares problem with few unknowns, and its solution.</summary>
internal sealed class LeastSquares(int unknowns)
{
    private readonly double[,] _normal = new double[unknowns, unknowns];
    private readonly double[] _right = new double[unknowns];

    /// <summary>Adds one observation: what is left to explain, and how it changes with each unknown.</summary>
    public void Add(ReadOnlySpan<float> slopes, double residual, double weight)
    {
        for (var i = 0; i < unknowns; i++)
        {
            var slope = weight * slopes[i];
            _right[i] += slope * residual;
            for (var j = 0; j <= i; j++)
            {
                _normal[i, j] += slope * slopes[j];
            }
        }
    }

    /// <summary>Believes beforehand that an unknown ends within ±sigma of <paramref name="value"/>.</summary>
    public void Expect(int unknown, double value, double sigma)
    {
        _normal[unknown, unknown] += 1 / (sigma * sigma);
        _right[unknown] += value / (sigma * sigma);
    }

    /// <summary>By Cholesky's factors; every unknown must have been expected, so that the matrix is positive definite.</summary>
    public double[] Solve()
    {
        var factor = new double[unknowns, unknowns];
        var x = new double[unknowns];
        for (var i = 0; i < unknowns; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = _normal[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= factor[i, k] * factor[j, k];
                }

                factor[i, j] = i == j ? Math.Sqrt(sum) : sum / factor[j, j];
            }
        }

        for (var i = 0; i < unknowns; i++)
        {
            x[i] = _right[i];
            for (var k = 0; k < i; k++)
            {
                x[i] -= factor[i, k] * x[k];
            }

            x[i] /= factor[i, i];
        }

        for (var i = unknowns - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < unknowns; k++)
            {
                x[i] -= factor[k, i] * x[k];
            }

            x[i] /= factor[i, i];
        }

        return x;
    }
}
