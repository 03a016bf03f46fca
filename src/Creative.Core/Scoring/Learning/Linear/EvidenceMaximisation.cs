using Creative.Core.Numerics;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Creative.Core.Scoring.Learning.Linear;

/// <summary>
/// Noise and prior under which what was seen is likeliest (D. J. C. MacKay, "Bayesian interpolation", Neural Computation 4,
/// 1992; Bishop 2006, section 3.5.2): γ = Σ βλ / (α + βλ), α = γ / mᵀm, β = (N − γ) / E, until still. With too loose a prior
/// the model is worst where there are about as many observations as features.
/// </summary>
internal static class EvidenceMaximisation
{
    private const int MostSteps = 200;
    private const double Still = 1e-6;

    /// <summary>What noise and prior stay within: there is no certainty, and no ignorance of everything.</summary>
    private static readonly (double Low, double High) Bounds = (1e-4, 1e4);

    /// <summary>Writes noise, prior, mean and covariance. Nothing seen, nothing done.</summary>
    public static void Apply(LinearModelState state)
    {
        if (state.Count == 0)
        {
            return;
        }

        var length = state.Mean.Length;
        var decomposition = new DenseMatrix(length, length, (double[])state.Gram.Clone()).Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric);
        var values = decomposition.EigenValues.Select(value => Math.Max(0, value.Real)).ToArray();
        var vectors = ((DenseMatrix)decomposition.EigenVectors).Values; // column by column
        var turned = Enumerable.Range(0, length).Select(k => Vectors.Dot(vectors.AsSpan(k * length, length), state.Moment)).ToArray();
        (state.Noise, state.Prior) = Climb(state, values, turned);
        Rebuild(state, values, vectors, turned);
    }

    private static (double Noise, double Prior) Climb(LinearModelState state, double[] values, double[] turned)
    {
        var (noise, prior) = (state.Noise, state.Prior);
        for (var step = 0; step < MostSteps; step++)
        {
            var (known, length, explained) = (0.0, 0.0, 0.0);
            for (var k = 0; k < values.Length; k++)
            {
                var share = noise + (prior * values[k]);
                var weight = prior * turned[k] / share;
                known += prior * values[k] / share;
                length += weight * weight;
                explained += weight * ((2 * turned[k]) - (values[k] * weight));
            }

            var nextPrior = Math.Clamp(length / Math.Max(known, 1e-12), Bounds.Low, Bounds.High);
            var nextNoise = Math.Clamp(Math.Max(0, state.Squares - explained) / Math.Max(state.Count - known, 1e-3), Bounds.Low, Bounds.High);
            var moved = Math.Abs(Math.Log(nextPrior / prior)) + Math.Abs(Math.Log(nextNoise / noise));
            (noise, prior) = (nextNoise, nextPrior);
            if (moved < Still)
            {
                break;
            }
        }

        return (noise, prior);
    }

    /// <summary>Covariance V diag(1 / (1/τ² + λ/σ²)) Vᵀ, mean covariance · moment / σ².</summary>
    private static void Rebuild(LinearModelState state, double[] values, double[] vectors, double[] turned)
    {
        var length = state.Mean.Length;
        Array.Clear(state.Covariance);
        Array.Clear(state.Mean);
        for (var k = 0; k < length; k++)
        {
            var variance = 1 / ((1 / state.Prior) + (values[k] / state.Noise));
            var vector = vectors.AsSpan(k * length, length);
            Vectors.AddOuter(state.Covariance, variance, vector);
            Vectors.AddScaled(state.Mean, variance * turned[k] / state.Noise, vector);
        }
    }
}
