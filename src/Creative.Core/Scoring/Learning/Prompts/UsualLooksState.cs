namespace Creative.Core.Scoring.Learning.Prompts;

/// <summary>What a <see cref="UsualLooks"/> knows.</summary>
internal sealed class UsualLooksState
{
    /// <param name="words">Numbers for a prompt, at least 1.</param>
    /// <param name="look">Numbers for a look, at least 1.</param>
    /// <param name="prior">Variance of what a word adds, in variances of a look.</param>
    /// <param name="variance">Of each number among usable elements of one prompt.</param>
    public UsualLooksState(int words, int look, double prior, double variance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(words, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(look, 1);
        (Words, Look, Freedom) = (words, look, look);
        (Mean, Covariance, Precision) = (new double[words * look], Diagonal(words, prior), Diagonal(look, 1 / (look * variance)));
    }

    public int Words { get; }

    public int Look { get; }

    /// <value>ν: as many elements as Σ is known from, those of the prior among them.</value>
    public double Freedom { get; set; }

    /// <value>M, words × look: what each word adds to the look.</value>
    public double[] Mean { get; }

    /// <value>(λI + Σ w wᵀ)⁻¹, words × words.</value>
    public double[] Covariance { get; }

    /// <value>Inverse of the sum of squares about what was expected, look × look.</value>
    public double[] Precision { get; }

    private static double[] Diagonal(int length, double value)
    {
        var matrix = new double[length * length];
        for (var i = 0; i < length; i++)
        {
            matrix[(i * length) + i] = value;
        }

        return matrix;
    }
}
