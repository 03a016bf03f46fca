using Creative.Core.Imaging;

namespace Creative.Core.Concepts;

/// <summary>Contrast as WCAG 2.1 defines it (success criterion 1.4.3).</summary>
public static class Contrast
{
    /// <summary>Relative luminance, 0 to 1.</summary>
    public static double Luminance(byte r, byte g, byte b) =>
        (0.2126 * SrgbTransfer.ToLinear(r)) + (0.7152 * SrgbTransfer.ToLinear(g)) + (0.0722 * SrgbTransfer.ToLinear(b));

    public static double Luminance(Colour colour) => Luminance(colour.R, colour.G, colour.B);

    /// <summary>From 1 (none) to 21 (black on white).</summary>
    public static double Ratio(double luminanceA, double luminanceB) =>
        (Math.Max(luminanceA, luminanceB) + 0.05) / (Math.Min(luminanceA, luminanceB) + 0.05);

    public static double Ratio(Colour a, Colour b) => Ratio(Luminance(a), Luminance(b));
}
