using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Scoring;

/// <summary>One reason for a score.</summary>
/// <param name="Name">Such as "coverage".</param>
/// <param name="Measured">In <paramref name="Unit"/>.</param>
/// <param name="Unit">What was measured.</param>
/// <param name="Score">What it is worth, 0 to 1.</param>
public sealed record ElementFigure(string Name, double Measured, string Unit, double Score)
{
    /// <value>Standard deviation of what was measured, in its unit; 0 where it was measured and not foreseen.</value>
    public double Deviation { get; init; }

    /// <value>What part of the whole score it brings, 0 to 1; null where the figures do not add up.</value>
    public double? Share { get; init; }
}

/// <param name="Value">0 (useless) to 1.</param>
/// <param name="Figures">Why.</param>
public sealed record ElementScore(double Value, ImmutableArray<ElementFigure> Figures)
{
    /// <value>Of the scorer: the same version gives the same picture the same score.</value>
    public required string ScorerVersion { get; init; }

    /// <value>Standard deviation of the value; null where it is measured and not foreseen.</value>
    public double? Deviation { get; init; }
}

/// <summary>Says how good a painted element is, to choose the best of several. Safe to call from several threads.</summary>
public interface IElementScorer
{
    /// <value>Goes into the provenance: with the same version the same candidate is chosen again.</value>
    string Version { get; }

    /// <summary>Scores what was painted for one place, each in the light of the others.</summary>
    /// <param name="candidates">Premultiplied RGBA; at least one, at most 64.</param>
    /// <param name="prompt">With which all of them were painted.</param>
    /// <returns>One for each, in their order.</returns>
    /// <exception cref="ArgumentException">None, too many, or one without alpha.</exception>
    ImmutableArray<ElementScore> Score(IReadOnlyList<PixelImage> candidates, string prompt);
}

/// <summary>Ways to ask a scorer.</summary>
public static class ElementScorers
{
    /// <summary>Scores an element by itself.</summary>
    /// <param name="image">Premultiplied RGBA.</param>
    /// <param name="prompt">With which it was painted.</param>
    /// <exception cref="ArgumentException">The image has no alpha.</exception>
    public static ElementScore Score(this IElementScorer scorer, PixelImage image, string prompt) => scorer.Score([image], prompt)[0];
}
