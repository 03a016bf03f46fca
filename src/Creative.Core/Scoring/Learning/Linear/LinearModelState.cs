using Creative.Core.Numerics;

namespace Creative.Core.Scoring.Learning.Linear;

/// <summary>What a <see cref="BayesianLinearModel"/> knows: the posterior, and the sums from which it can be found anew.</summary>
internal sealed class LinearModelState
{
    public LinearModelState(int length, double noise, double prior)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(noise);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(prior);
        (Noise, Prior) = (noise, prior);
        (Mean, Moment) = (new double[length], new double[length]);
        (Covariance, Gram) = (new double[length * length], new double[length * length]);
        for (var i = 0; i < length; i++)
        {
            Covariance[(i * length) + i] = prior;
        }
    }

    public double Noise { get; set; }

    public double Prior { get; set; }

    /// <value>Observations.</value>
    public long Count { get; set; }

    /// <value>Σ ω y².</value>
    public double Squares { get; set; }

    public double[] Mean { get; }

    /// <value>Σ ω y φ.</value>
    public double[] Moment { get; }

    /// <value>d × d.</value>
    public double[] Covariance { get; }

    /// <value>Σ ω φ φᵀ, d × d.</value>
    public double[] Gram { get; }

    public void Add(ReadOnlySpan<double> features, double value, double weight, int count)
    {
        Vectors.AddOuter(Gram, weight, features);
        Vectors.AddScaled(Moment, weight * value, features);
        Squares += weight * value * value;
        Count += count;
    }

    public LinearModelState Copy()
    {
        var copy = new LinearModelState(Mean.Length, Noise, Prior) { Count = Count, Squares = Squares };
        Mean.CopyTo(copy.Mean, 0);
        Moment.CopyTo(copy.Moment, 0);
        Covariance.CopyTo(copy.Covariance, 0);
        Gram.CopyTo(copy.Gram, 0);
        return copy;
    }
}
