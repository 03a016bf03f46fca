using Creative.Core.Numerics;

namespace Creative.Core.Scoring.Learning;

/// <summary>
/// Turns what is known of a picture into features for linear models: a constant, the numbers themselves, and waves of them,
/// so that a linear model can bend (A. Rahimi, B. Recht, "Random features for large-scale kernel machines", 2007). The
/// waves are drawn from a seed: same settings, same features.
/// </summary>
public sealed class FeatureMap
{
    /// <summary>The constant is larger than the other features, so that the prior holds it less.</summary>
    private const double Constant = 2;

    private readonly double[] _directions;
    private readonly double[] _phases;

    /// <param name="layout">What is known of an element; its words are no features. 1 to 4096 other numbers.</param>
    /// <param name="waves">0 to 4096; 0: straight lines only.</param>
    /// <param name="reach">Distance between inputs over which a wave changes, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of these ranges.</exception>
    public FeatureMap(InputLayout layout, int waves, double reach)
    {
        var seen = layout.Seen;
        ArgumentOutOfRangeException.ThrowIfLessThan(seen, 1, nameof(layout));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seen, 4096, nameof(layout));
        ArgumentOutOfRangeException.ThrowIfNegative(layout.Look, nameof(layout));
        ArgumentOutOfRangeException.ThrowIfNegative(layout.Measured, nameof(layout));
        ArgumentOutOfRangeException.ThrowIfNegative(layout.Words, nameof(layout));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(layout.Words, 4096, nameof(layout));
        ArgumentOutOfRangeException.ThrowIfNegative(waves);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(waves, 4096);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(reach);
        (Layout, Waves, Reach) = (layout, waves, reach);
        var random = new SeededRandom(SeededRandom.Derive((ulong)seen, (ulong)waves));
        _directions = [.. Enumerable.Range(0, seen * waves).Select(_ => random.NextNormal() / reach)];
        _phases = [.. Enumerable.Range(0, waves).Select(_ => random.Between(0, 2 * Math.PI))];
    }

    /// <summary>The one that is shipped: what `bench labels` finds best for the inputs of <see cref="ElementFeaturizer"/>.</summary>
    public static FeatureMap For(InputLayout layout) => new(layout, 0, 1);

    public InputLayout Layout { get; }

    /// <value>Numbers known of an element, the words of its prompt among them.</value>
    public int Inputs => Layout.Length;

    public int Waves { get; }

    public double Reach { get; }

    /// <value>Features: 1 + numbers of the picture + waves.</value>
    public int Length => 1 + Layout.Seen + Waves;

    /// <param name="inputs">As many as <see cref="Inputs"/>.</param>
    /// <param name="features">As many as <see cref="Length"/>; written.</param>
    /// <exception cref="ArgumentException">Too few or too many, or one is no number.</exception>
    public void Expand(ReadOnlySpan<float> inputs, Span<double> features)
    {
        if (inputs.Length != Inputs || features.Length != Length)
        {
            throw new ArgumentException($"{inputs.Length} inputs and {features.Length} features, expected {Inputs} and {Length}.", nameof(inputs));
        }

        features[0] = Constant;
        var seen = Layout.SeenOf(inputs);
        for (var i = 0; i < seen.Length; i++)
        {
            features[1 + i] = float.IsFinite(seen[i]) ? seen[i] : throw new ArgumentException($"Input {i} is {seen[i]}.", nameof(inputs));
        }

        var known = features.Slice(1, seen.Length);
        var height = Waves == 0 ? 0 : Math.Sqrt(2.0 / Waves);
        for (var wave = 0; wave < Waves; wave++)
        {
            features[1 + known.Length + wave] = height * Math.Cos(Vectors.Dot(known, _directions.AsSpan(wave * known.Length, known.Length)) + _phases[wave]);
        }
    }
}
