using Creative.Core.Concepts;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;

namespace Creative.Core.Composition;

/// <summary>
/// How well an ink can be read on what is really under it: WCAG 2.1 contrast against the worst 5 % of the pixels in the
/// box of a text, measured on the drawn backdrop.
/// </summary>
internal sealed class BackdropContrast
{
    private const double WorstShare = 0.05;

    // Luminances of sampled pixels, ascending.
    private readonly double[] _luminances;

    private BackdropContrast(double[] luminances) => _luminances = luminances;

    /// <param name="backdrop">RGB, everything but text.</param>
    /// <param name="box">Of the text.</param>
    public static BackdropContrast Under(PixelImage backdrop, Box box)
    {
        var area = box.Intersect(backdrop.Size.Bounds);
        int left = (int)area.X, top = (int)area.Y, right = Math.Max(left + 1, (int)Math.Ceiling(area.Right)), bottom = Math.Max(top + 1, (int)Math.Ceiling(area.Bottom));
        right = Math.Min(right, backdrop.Size.Width);
        bottom = Math.Min(bottom, backdrop.Size.Height);

        // About 4,000 samples are plenty for a 5 % quantile, and keep the cost independent of the size.
        var step = Math.Max(1, (int)Math.Sqrt((double)(right - left) * (bottom - top) / 4000));
        var values = new List<double>();
        for (var y = top; y < bottom; y += step)
        {
            var row = backdrop.Row(y);
            for (var x = left; x < right; x += step)
            {
                var at = x * backdrop.Channels;
                values.Add(Contrast.Luminance(row[at], row[at + 1], row[at + 2]));
            }
        }

        values.Sort();
        return new BackdropContrast([.. values]);
    }

    /// <summary>Mean luminance, 0 to 1.</summary>
    public double Mean => _luminances.Average();

    /// <summary>How busy it is: the range of lightness that nine in ten pixels lie in, in CIE L* (0 to 100).</summary>
    public double Unrest => Lightness(Quantile(1 - WorstShare)) - Lightness(Quantile(WorstShare));

    /// <summary>About the same under a veil: pixels are taken as greys of their luminance.</summary>
    public BackdropContrast Veiled(Colour veil)
    {
        double over = SrgbTransfer.ToByte(Contrast.Luminance(veil)), alpha = veil.Alpha;
        return new BackdropContrast([.. _luminances.Select(l => SrgbTransfer.ToLinear((byte)Math.Round(((1 - alpha) * SrgbTransfer.ToByte(l)) + (alpha * over))))]);
    }

    /// <summary>Contrast that at least 95 % of the pixels give to the less readable end of the ink.</summary>
    public double Of(Ink ink) => Math.Min(Of(ink.Top), Of(ink.Bottom));

    private double Quantile(double share) => _luminances[(int)(share * (_luminances.Length - 1))];

    // CIE 15:2004, of a luminance relative to white.
    private static double Lightness(double y) => y > 216.0 / 24389 ? (116 * Math.Cbrt(y)) - 16 : y * 24389 / 27;

    private double Of(Colour colour)
    {
        var ink = Contrast.Luminance(colour);
        var ratios = new double[_luminances.Length];
        for (var i = 0; i < ratios.Length; i++)
        {
            ratios[i] = Contrast.Ratio(ink, _luminances[i]);
        }

        Array.Sort(ratios);
        return ratios[(int)(WorstShare * (ratios.Length - 1))];
    }
}
