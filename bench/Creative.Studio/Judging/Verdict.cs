using System.Collections.Immutable;

namespace Creative.Studio.Judging;

/// <summary>One thing that was measured.</summary>
/// <param name="Name">Such as "edge offset".</param>
/// <param name="Value">0 is perfect; more is worse.</param>
/// <param name="Limit">The largest value that passes.</param>
/// <param name="Unit">What the value means.</param>
public sealed record Figure(string Name, double Value, double Limit, string Unit)
{
    /// <summary>1 for a perfect value, 0.5 at the limit, 0 at twice the limit and beyond.</summary>
    public double Score => Math.Clamp(1 - (.5 * Value / Limit), 0, 1);

    public bool Passes => Value <= Limit;
}

/// <summary>How an element does in one dimension: as well as its worst figure.</summary>
public sealed record DimensionVerdict(Dimension Dimension, ImmutableArray<Figure> Figures)
{
    /// <summary>0 to 1; 0.5 and more passes.</summary>
    public double Score => Figures.Min(figure => figure.Score);

    public bool Passes => Figures.All(figure => figure.Passes);
}

/// <summary>What the judge says of a picture.</summary>
/// <param name="Dimensions">One for each <see cref="Dimension"/>, in its order.</param>
/// <param name="Fit">The pose that the picture was compared with.</param>
/// <param name="SharpnessRatio">Fine detail over that of the render: 1 is as sharp.</param>
public sealed record Verdict(ImmutableArray<DimensionVerdict> Dimensions, Fit Fit, double SharpnessRatio)
{
    /// <summary>Usable as it is: every dimension passes.</summary>
    public bool Usable => Dimensions.All(dimension => dimension.Passes);

    public DimensionVerdict this[Dimension dimension] => Dimensions[(int)dimension];

    public override string ToString() => Usable
        ? "usable"
        : string.Join(", ", Dimensions.SelectMany(one => one.Figures.Where(figure => !figure.Passes).Select(figure => $"{one.Dimension}: {figure.Name} {figure.Value:0.###} > {figure.Limit:0.###}")));
}
