using Creative.Core.Numerics;

namespace Creative.Core.Scoring.Learning.Prompts;

/// <summary>
/// What usable elements of a prompt look like, learnt from those that designers found usable: multivariate linear regression of
/// the look on the words of the prompt (A. Gelman et al., "Bayesian data analysis", 3rd edition, section 15.4 and exercise 15.6;
/// the posterior is matrix normal and inverse Wishart): e ~ N(Mᵀw, Σ), M with covariance (λI)⁻¹ ⊗ Σ, Σ ~ IW(ν s²I, ν). Each
/// element moves it in place, in O(words² + words · look + look²), and can be taken back in any order. Not safe to use from several threads.
/// </summary>
internal sealed class UsualLooks
{
    /// <summary>λ: how tightly what a word adds is held to nothing, in elements.</summary>
    private const double Hold = 2;

    /// <summary>s²: variance of each number among usable elements of one prompt before any is known; all numbers have about 1/9 in the whole pool.</summary>
    private const double UsualVariance = 0.005;

    /// <summary>How many of the other candidates are taken to be usable, as a share: the rest says nothing about the prompt.</summary>
    private const double Trust = 0.5;

    private readonly double[] _turned;
    private readonly double[] _gap;
    private readonly double[] _weighed;

    /// <param name="words">Numbers for a prompt, at least 1.</param>
    /// <param name="look">Numbers for a look, at least 1.</param>
    public UsualLooks(int words, int look)
        : this(new UsualLooksState(words, look, 1 / Hold, UsualVariance))
    {
    }

    public UsualLooks(UsualLooksState state)
    {
        State = state;
        (_turned, _gap, _weighed) = (new double[state.Words], new double[state.Look], new double[state.Look]);
    }

    public UsualLooksState State { get; }

    /// <summary>Learns a usable element.</summary>
    /// <param name="words">Of its prompt.</param>
    /// <param name="look">Its place among pictures.</param>
    /// <param name="weight">1 for a usual judgement, above 0.</param>
    public void Learn(ReadOnlySpan<float> words, ReadOnlySpan<float> look, double weight) => Move(words, look, weight, 1);

    /// <summary>Takes one back, but for rounding as if it had never been.</summary>
    /// <exception cref="InvalidOperationException">It cannot have been learnt.</exception>
    public void Forget(ReadOnlySpan<float> words, ReadOnlySpan<float> look, double weight) => Move(words, look, weight, -1);

    /// <summary>
    /// How far a look is from what the prompt lets expect: the logarithm of its squared distance in units of what is usual among
    /// usable elements, 0 for the usual, above for the unusual. Where the words are new, little is unusual.
    /// </summary>
    /// <param name="others">Looks of further candidates of the same prompt; they tell about the prompt, too.</param>
    public double Unlikeness(ReadOnlySpan<float> words, ReadOnlySpan<float> look, IReadOnlyList<float[]> others)
    {
        double[] turned = new double[State.Words], wide = Wide(words), gap = Gap(wide, look), shift = new double[State.Look];
        Vectors.Multiply(State.Covariance, wide, turned);
        var open = Vectors.Dot(wide, turned);
        if (others.Count > 0)
        {
            // As if the others had been learnt: they have the same words, so that only their mean matters.
            var drawn = others.Count * Trust * open / (1 + (others.Count * Trust * open));
            foreach (var other in others)
            {
                Vectors.AddScaled(shift, -drawn / others.Count, Gap(wide, other));
            }

            Vectors.AddScaled(gap, 1, shift);
            open /= 1 + (others.Count * Trust * open);
        }

        Vectors.Multiply(State.Precision, gap, shift);
        return Math.Log(Math.Max(1e-12, State.Freedom * Vectors.Dot(gap, shift) / ((1 + open) * State.Look)));
    }

    private void Move(ReadOnlySpan<float> words, ReadOnlySpan<float> look, double weight, int sign)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        var wide = Wide(words);
        Vectors.Multiply(State.Covariance, wide, _turned);
        var spread = (1 / weight) + (sign * Vectors.Dot(wide, _turned));
        Gap(wide, look).CopyTo(_gap, 0);
        Vectors.Multiply(State.Precision, _gap, _weighed);
        var scatter = spread + (sign * Vectors.Dot(_gap, _weighed));
        if (spread <= 0 || scatter <= 0)
        {
            throw new InvalidOperationException("What was never learnt cannot be forgotten.");
        }

        for (var word = 0; word < wide.Length; word++)
        {
            Vectors.AddScaled(State.Mean.AsSpan(word * State.Look, State.Look), sign * _turned[word] / spread, _gap);
        }

        Vectors.AddOuter(State.Covariance, -sign / spread, _turned);
        Vectors.AddOuter(State.Precision, -sign / scatter, _weighed);
        State.Freedom += sign;
    }

    /// <summary>e − Mᵀw.</summary>
    private double[] Gap(double[] words, ReadOnlySpan<float> look)
    {
        var gap = Wide(look);
        for (var word = 0; word < words.Length; word++)
        {
            if (words[word] != 0)
            {
                Vectors.AddScaled(gap, -words[word], State.Mean.AsSpan(word * State.Look, State.Look));
            }
        }

        return gap;
    }

    private static double[] Wide(ReadOnlySpan<float> values)
    {
        var wide = new double[values.Length];
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = values[i];
        }

        return wide;
    }
}
