using Creative.Core.Numerics;

namespace Creative.Core.Scoring.Learning.Linear;

/// <summary>
/// Linear regression with Gaussian weights and noise (C. M. Bishop, "Pattern Recognition and Machine Learning", 2006, section
/// 3.3): y ~ N(φᵀw, σ²/ω), w ~ N(0, τ²). Each observation moves mean and covariance in place, in O(d²) and without
/// allocating (Sherman and Morrison), and can be taken back the same way. Not safe to use from several threads.
/// </summary>
public sealed class BayesianLinearModel
{
    private readonly double[] _scratch;

    /// <param name="length">Features, at least 1.</param>
    /// <param name="noise">Variance σ² of an observation of weight 1.</param>
    /// <param name="prior">Variance τ² of a weight.</param>
    /// <exception cref="ArgumentOutOfRangeException">No features, or a variance that is not above 0.</exception>
    public BayesianLinearModel(int length, double noise, double prior)
        : this(new LinearModelState(length, noise, prior))
    {
    }

    internal BayesianLinearModel(LinearModelState state)
    {
        State = state;
        _scratch = new double[state.Mean.Length];
    }

    /// <value>Features.</value>
    public int Length => State.Mean.Length;

    /// <value>Observations seen and not taken back.</value>
    public long Count => State.Count;

    /// <value>Variance σ² of an observation of weight 1.</value>
    public double Noise => State.Noise;

    /// <value>Variance τ² of a weight before anything was seen.</value>
    public double Prior => State.Prior;

    /// <value>Mean of the weights.</value>
    public ReadOnlySpan<double> Mean => State.Mean;

    /// <value>Covariance of the weights, row by row.</value>
    public ReadOnlySpan<double> Covariance => State.Covariance;

    internal LinearModelState State { get; }

    /// <param name="features">As many as <see cref="Length"/>.</param>
    /// <param name="value">What was seen.</param>
    /// <param name="weight">1 for a usual observation, 0.25 for one with twice the spread.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is not above 0, or the value is no number.</exception>
    public void Learn(ReadOnlySpan<double> features, double value, double weight) => Move(features, value, weight, 1);

    /// <summary>Takes back what was learnt, but for rounding as if it had never been.</summary>
    /// <inheritdoc cref="Learn"/>
    /// <exception cref="InvalidOperationException">It cannot have been learnt.</exception>
    public void Forget(ReadOnlySpan<double> features, double value, double weight) => Move(features, value, weight, -1);

    /// <summary>What is foreseen for these features: mean, and variance of that mean (without the noise of a further observation).</summary>
    public (double Mean, double Variance) Foresee(ReadOnlySpan<double> features) => Foresee(features, _scratch);

    /// <param name="scratch">As long as the features; with one of their own, several threads may ask while nobody learns.</param>
    /// <inheritdoc cref="Foresee(ReadOnlySpan{double})"/>
    internal (double Mean, double Variance) Foresee(ReadOnlySpan<double> features, Span<double> scratch)
    {
        Vectors.Multiply(State.Covariance, features, scratch);
        return (Vectors.Dot(features, State.Mean), Math.Max(0, Vectors.Dot(features, scratch)));
    }

    /// <summary>Finds noise and prior anew, by <see cref="EvidenceMaximisation"/>, and with them mean and covariance from what was seen. O(d³).</summary>
    public void Retune() => EvidenceMaximisation.Apply(State);

    private void Move(ReadOnlySpan<double> features, double value, double weight, int sign)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(features.Length, Length, nameof(features));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        if (!double.IsFinite(value) || !double.IsFinite(weight))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A value is a number.");
        }

        Vectors.Multiply(State.Covariance, features, _scratch);
        var spread = (State.Noise / weight) + (sign * Vectors.Dot(features, _scratch));
        if (spread <= 0 || State.Count + sign < 0)
        {
            throw new InvalidOperationException("What was never learnt cannot be forgotten.");
        }

        var surprise = value - Vectors.Dot(features, State.Mean);
        Vectors.AddScaled(State.Mean, sign * surprise / spread, _scratch);
        Vectors.AddOuter(State.Covariance, -sign / spread, _scratch);
        State.Add(features, value, sign * weight, sign);
    }
}
