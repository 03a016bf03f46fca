using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Scoring;

/// <summary>
/// Scores what can be measured without taste: a clean cut-out, whole, of a useful size, sharp, of the hue that was asked for.
/// The value is the geometric mean of the figures, so that one bad figure is not made up for by the others.
/// </summary>
public sealed class ElementHeuristics : IElementScorer
{
    /// <summary>A figure of 0 counts as this: among bad candidates one is still the best.</summary>
    private const double Least = 0.02;

    /// <exception cref="ArgumentException">The image has no alpha.</exception>
    public ElementScore Score(PixelImage image, string prompt)
    {
        if (image.Channels != 4)
        {
            throw new ArgumentException("An element has four channels.", nameof(image));
        }

        var pixels = new ElementPixels(image);
        var coverage = AlphaFigures.Coverage(pixels);
        if (coverage == 0)
        {
            return new ElementScore(0, [new ElementFigure("coverage", 0, "share of the canvas that is solid", 0)]);
        }

        ImmutableArray<ElementFigure> figures =
        [
            Figure("coverage", coverage, "share of the canvas that is solid", Rising(coverage, 0.05, 0.2) * Falling(coverage, 0.8, 0.97)),
            Figure("veil", AlphaFigures.Veil(pixels), "half-transparent pixels away from edges, per solid pixel", value => Falling(value, 0.01, 0.15)),
            Figure("strays", AlphaFigures.Strays(pixels), "share of the solid pixels in crumbs", value => Falling(value, 0.002, 0.04)),
            Figure("cut", AlphaFigures.OnBorder(pixels), "share of the border that the element touches", value => Falling(value, 0.005, 0.12)),
            Figure("sharpness", ColourFigures.Sharpness(pixels), "mean change of luma to the next pixel, 0 to 1", value => Rising(value, 0.002, 0.02)),
            .. ColourFigures.HueFigure(pixels, prompt) is { } hue ? [hue] : (ImmutableArray<ElementFigure>)[],
        ];
        var value = Math.Exp(figures.Average(figure => Math.Log(Math.Max(Least, figure.Score))));
        return new ElementScore(value, figures);
    }

    /// <summary>0 up to <paramref name="from"/>, 1 from <paramref name="to"/> on, straight between.</summary>
    internal static double Rising(double value, double from, double to) => Math.Clamp((value - from) / (to - from), 0, 1);

    /// <summary>1 up to <paramref name="from"/>, 0 from <paramref name="to"/> on, straight between.</summary>
    internal static double Falling(double value, double from, double to) => 1 - Rising(value, from, to);

    private static ElementFigure Figure(string name, double measured, string unit, double score) => new(name, measured, unit, score);

    private static ElementFigure Figure(string name, double measured, string unit, Func<double, double> score) => new(name, measured, unit, score(measured));
}
