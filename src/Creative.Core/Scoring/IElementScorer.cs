using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Scoring;

/// <summary>One reason for a score.</summary>
/// <param name="Name">Such as "coverage".</param>
/// <param name="Measured">In <paramref name="Unit"/>.</param>
/// <param name="Unit">What was measured.</param>
/// <param name="Score">What it is worth, 0 to 1.</param>
public sealed record ElementFigure(string Name, double Measured, string Unit, double Score);

/// <param name="Value">0 (useless) to 1.</param>
/// <param name="Figures">Why.</param>
public sealed record ElementScore(double Value, ImmutableArray<ElementFigure> Figures);

/// <summary>Says how good a painted element is, to choose the best of several. Safe to call from several threads.</summary>
public interface IElementScorer
{
    /// <param name="image">Premultiplied RGBA.</param>
    /// <param name="prompt">With which it was painted.</param>
    ElementScore Score(PixelImage image, string prompt);
}
