using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Scoring;

/// <summary>
/// Scores what can be measured without taste: a clean cut-out, whole, of a useful size, not blurred, of the hue that was asked
/// for, and like the other candidates. The value is the geometric mean of the figures, so that one bad figure is not made up for
/// by the others. What lies in the usual range does not decide: sharper than sharp is no better, and often a stray mark.
/// </summary>
public sealed class ElementHeuristics : IElementScorer
{
    /// <summary>A figure of 0 counts as this: among bad candidates one is still the best.</summary>
    private const double Least = 0.02;

    /// <summary>Goes up when a figure is measured or weighed in another way.</summary>
    public const string Name = "heuristics 3";

    private const string Coverage = "coverage";
    private const int MostCandidates = 64;

    /// <value>Names of all figures of an element by itself; "hue" is left out where the prompt names no colour, all but "coverage" on an empty image.</value>
    public static ImmutableArray<string> Figures { get; } = [Coverage, "veil", "strays", "cut", "sharpness", "hue"];

    public string Version => Name;

    public ImmutableArray<ElementScore> Score(IReadOnlyList<PixelImage> candidates, string prompt)
    {
        if (candidates.Count is 0 or > MostCandidates)
        {
            throw new ArgumentException($"{candidates.Count} candidates, expected 1 to {MostCandidates}.", nameof(candidates));
        }

        var alone = candidates.Select(image => Measure(image, prompt)).ToArray();
        var likeness = LikenessFigure.Of(candidates);
        return [.. alone.Select((figures, i) => Combine(i < likeness.Count ? figures.Add(likeness[i]) : figures))];
    }

    /// <summary>All figures of an element by itself.</summary>
    /// <exception cref="ArgumentException">The image has no alpha.</exception>
    internal static ImmutableArray<ElementFigure> Measure(PixelImage image, string prompt)
    {
        if (image.Channels != 4)
        {
            throw new ArgumentException("An element has four channels.", nameof(image));
        }

        var pixels = new ElementPixels(image);
        var coverage = AlphaFigures.Coverage(pixels);
        if (coverage == 0)
        {
            return [new ElementFigure(Coverage, 0, "share of the canvas that is solid", 0)];
        }

        return
        [
            Figure(Coverage, coverage, "share of the canvas that is solid", Rising(coverage, 0.05, 0.2) * Falling(coverage, 0.8, 0.97)),
            Figure("veil", AlphaFigures.Veil(pixels), "half-transparent pixels away from edges, per solid pixel", value => Falling(value, 0.01, 0.15)),
            Figure("strays", AlphaFigures.Strays(pixels), "share of the solid pixels in crumbs", value => Falling(value, 0.002, 0.04)),
            Figure("cut", AlphaFigures.OnBorder(pixels), "share of the border that the element touches", value => Falling(value, 0.005, 0.12)),
            Figure("sharpness", ColourFigures.Sharpness(pixels), "mean change of luma to the next pixel, 0 to 1", value => Rising(value, 0.001, 0.006)),
            .. ColourFigures.HueFigure(pixels, prompt) is { } hue ? [hue] : (ImmutableArray<ElementFigure>)[],
        ];
    }

    /// <summary>0 up to <paramref name="from"/>, 1 from <paramref name="to"/> on, straight between.</summary>
    internal static double Rising(double value, double from, double to) => Math.Clamp((value - from) / (to - from), 0, 1);

    /// <summary>1 up to <paramref name="from"/>, 0 from <paramref name="to"/> on, straight between.</summary>
    internal static double Falling(double value, double from, double to) => 1 - Rising(value, from, to);

    private static ElementScore Combine(ImmutableArray<ElementFigure> figures) => new(
        figures.Any(figure => figure is { Name: Coverage, Measured: 0 }) ? 0 : Math.Exp(figures.Average(figure => Math.Log(Math.Max(Least, figure.Score)))), figures)
    {
        ScorerVersion = Name,
    };

    private static ElementFigure Figure(string name, double measured, string unit, double score) => new(name, measured, unit, score);

    private static ElementFigure Figure(string name, double measured, string unit, Func<double, double> score) => new(name, measured, unit, score(measured));
}
