using MathNet.Numerics.LinearAlgebra;

namespace Creative.Bench.Elements.Reading;

/// <summary>
/// The Fréchet distance between two sets of feature vectors, each taken as a normal distribution:
/// |m₁ − m₂|² + tr(C₁ + C₂ − 2 (C₁ C₂)^½) (Dowson and Landau 1982; Heusel and others 2017, arXiv:1706.08500, for pictures).
/// </summary>
internal static class FrechetDistance
{
    /// <param name="first">At least two vectors, all of one length.</param>
    /// <param name="second">Likewise.</param>
    /// <returns>0 for equal sets; never negative.</returns>
    public static double Between(IReadOnlyList<float[]> first, IReadOnlyList<float[]> second)
    {
        var (mean1, covariance1) = Moments(first);
        var (mean2, covariance2) = Moments(second);
        var root = SquareRoot(covariance1);
        var eigenvalues = (root * covariance2 * root).Evd(Symmetricity.Symmetric).EigenValues;
        var overlap = eigenvalues.Sum(value => Math.Sqrt(Math.Max(0, value.Real)));
        return Math.Max(0, (mean1 - mean2).PointwisePower(2).Sum() + covariance1.Trace() + covariance2.Trace() - (2 * overlap));
    }

    private static (Vector<double> Mean, Matrix<double> Covariance) Moments(IReadOnlyList<float[]> vectors)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vectors.Count, 2, nameof(vectors));
        var rows = Matrix<double>.Build.Dense(vectors.Count, vectors[0].Length, (row, column) => vectors[row][column]);
        var mean = rows.ColumnSums() / vectors.Count;
        var centred = Matrix<double>.Build.Dense(vectors.Count, mean.Count, (row, column) => rows[row, column] - mean[column]);
        return (mean, centred.TransposeThisAndMultiply(centred) / (vectors.Count - 1));
    }

    private static Matrix<double> SquareRoot(Matrix<double> symmetric)
    {
        var parts = symmetric.Evd(Symmetricity.Symmetric);
        var roots = parts.EigenValues.Select(value => Math.Sqrt(Math.Max(0, value.Real))).ToArray();
        return parts.EigenVectors * Matrix<double>.Build.DenseOfDiagonalArray(roots) * parts.EigenVectors.Transpose();
    }
}
