using System.Collections.Immutable;
using Creative.Core.Labeling;

namespace Creative.Core.Scoring.Learning;

/// <summary>One thing that is foreseen: the score in a dimension, or whether the element is usable.</summary>
/// <param name="Id">Of the dimension, or <see cref="Usable"/>.</param>
/// <param name="Low">What the worst element gets.</param>
/// <param name="High">What the best one gets.</param>
/// <param name="Share">How much it counts when elements are compared; all shares add up to 1.</param>
public sealed record ScoringTarget(string Id, double Low, double High, double Share)
{
    /// <summary>1 for usable, 0 for unusable.</summary>
    public const string Usable = "usable";

    /// <summary>Of the shares, what the verdict has; the dimensions share the rest.</summary>
    private const double OfVerdict = 0.5;

    /// <summary>The middle of the scale: what the models are centred on.</summary>
    public double Centre => (Low + High) / 2;

    /// <summary>The verdict first, then the dimensions in their order.</summary>
    /// <exception cref="ArgumentException">No dimensions.</exception>
    public static ImmutableArray<ScoringTarget> For(ImmutableArray<Dimension> dimensions) => dimensions.IsEmpty
        ? throw new ArgumentException("Nothing to score.", nameof(dimensions))
        : [new(Usable, 0, 1, OfVerdict), .. dimensions.Select(one => new ScoringTarget(one.Id, one.Min, one.Max, (1 - OfVerdict) / dimensions.Length))];

    /// <summary>Where a value lies on the scale, 0 to 1.</summary>
    public double Worth(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);
}
