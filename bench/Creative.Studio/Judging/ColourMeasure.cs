using System.Numerics;
using Creative.Studio.Imaging;

namespace Creative.Studio.Judging;

/// <summary>
/// Colours in OKLab. A turn and a stretch of all colours together are the hue and the saturation error; what they leave
/// unexplained in one place is a part of the wrong colour.
/// </summary>
internal sealed class ColourMeasure
{
    /// <summary>Below this mean chroma an element is grey, and has no hue to be wrong.</summary>
    private const double Grey = .03;

    private const double Outlier = .05;

    private ColourMeasure(double hueDegrees, double cast, double saturation, double mismatch, double lightness)
    {
        (HueDegrees, Cast, Saturation, Mismatch, Lightness) = (hueDegrees, cast, saturation, mismatch, lightness);
    }

    /// <summary>Common turn of all hues; 0 for a grey element.</summary>
    public double HueDegrees { get; }

    /// <summary>For a grey element, how far its mean colour is from the render's, in OKLab; else 0.</summary>
    public double Cast { get; }

    /// <summary>Absolute natural logarithm of the chroma over the render's; 0 for a grey element.</summary>
    public double Saturation { get; }

    /// <summary>What remains in the worst places (99th of 100), in OKLab.</summary>
    public double Mismatch { get; }

    /// <summary>Mean difference of lightness, absolute.</summary>
    public double Lightness { get; }

    public static ColourMeasure Of(Pair pair)
    {
        var solid = Enumerable.Range(0, pair.Inner.Length).Where(pair.IsSolid).ToArray();
        if (solid.Length == 0)
        {
            return new ColourMeasure(180, 1, 10, 1, 1);
        }

        var seen = solid.Select(i => new Complex(pair.SeenLab[i].A, pair.SeenLab[i].B)).ToArray();
        var meant = solid.Select(i => new Complex(pair.MeantLab[i].A, pair.MeantLab[i].B)).ToArray();
        var lightness = Math.Abs(solid.Average(i => pair.SeenLab[i].L - pair.MeantLab[i].L));
        var isGrey = meant.Average(colour => colour.Magnitude) < Grey;
        var common = isGrey ? Complex.One : Common(seen, meant);
        var left = Enumerable.Range(0, solid.Length).Select(k => seen[k] - (common * meant[k])).ToArray();
        var mean = left.Aggregate(Complex.Zero, (a, b) => a + b) / left.Length;
        if (isGrey)
        {
            left = [.. left.Select(colour => colour - mean)];
        }

        return new ColourMeasure(
            Math.Abs(common.Phase) * 180 / Math.PI, isGrey ? mean.Magnitude : 0, Math.Abs(Math.Log(Math.Max(common.Magnitude, 1e-4))),
            Worst(pair, solid, left), lightness);
    }

    /// <summary>The factor that takes the meant colours to the seen ones, by least squares without the outliers.</summary>
    private static Complex Common(Complex[] seen, Complex[] meant)
    {
        var factor = Complex.One;
        var weights = Enumerable.Repeat(1.0, seen.Length).ToArray();
        for (var round = 0; round < 4; round++)
        {
            var (both, own) = (Complex.Zero, 1e-9);
            for (var k = 0; k < seen.Length; k++)
            {
                both += weights[k] * seen[k] * Complex.Conjugate(meant[k]);
                own += weights[k] * ((meant[k].Real * meant[k].Real) + (meant[k].Imaginary * meant[k].Imaginary));
            }

            factor = both / own;
            for (var k = 0; k < seen.Length; k++)
            {
                var apart = (seen[k] - (factor * meant[k])).Magnitude / Outlier;
                weights[k] = 1 / (1 + (apart * apart));
            }
        }

        return factor;
    }

    /// <summary>Means over 9 × 9 pixels, so that lines that lie a little beside their place do not count.</summary>
    private static double Worst(Pair pair, int[] solid, Complex[] left)
    {
        float[] a = new float[pair.Inner.Length], b = new float[a.Length], counted = new float[a.Length];
        for (var k = 0; k < solid.Length; k++)
        {
            (a[solid[k]], b[solid[k]], counted[solid[k]]) = ((float)left[k].Real, (float)left[k].Imaginary, 1);
        }

        a = Planes.Mean(a, pair.Size, pair.Size, 4);
        b = Planes.Mean(b, pair.Size, pair.Size, 4);
        counted = Planes.Mean(counted, pair.Size, pair.Size, 4);
        var apart = solid.Where(i => counted[i] > .4f).Select(i => Math.Sqrt((a[i] * a[i]) + (b[i] * b[i])) / counted[i]).Order().ToArray();
        return apart.Length == 0 ? 0 : apart[(int)(.99 * (apart.Length - 1))];
    }
}
