using Creative.Core.Imaging;

namespace Creative.Core.Concepts;

/// <summary>
/// A colour in OKLab (Björn Ottosson, "A perceptual color space for image processing", 2020):
/// L from 0 to 1, a and b around ±0.3. Equal distances look about equally different.
/// </summary>
public readonly record struct Oklab(double L, double A, double B)
{
    public static Oklab From(Colour colour)
    {
        double r = SrgbTransfer.ToLinear(colour.R), g = SrgbTransfer.ToLinear(colour.G), b = SrgbTransfer.ToLinear(colour.B);
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return new Oklab(
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }

    /// <summary>Euclidean distance, ΔE OKLab.</summary>
    public double DistanceTo(Oklab other)
    {
        double l = L - other.L, a = A - other.A, b = B - other.B;
        return Math.Sqrt((l * l) + (a * a) + (b * b));
    }

    /// <summary>Linear-light sRGB, outside 0 to 1 for colours that a screen cannot show.</summary>
    internal (double R, double G, double B) ToLinearRgb()
    {
        var l = Cube(L + (0.3963377774 * A) + (0.2158037573 * B));
        var m = Cube(L - (0.1055613458 * A) - (0.0638541728 * B));
        var s = Cube(L - (0.0894841775 * A) - (1.2914855480 * B));
        return (
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
    }

    private static double Cube(double v) => v * v * v;
}

/// <summary>The sRGB transfer function (IEC 61966-2-1).</summary>
public static class SrgbTransfer
{
    private static readonly double[] Linear = [.. Enumerable.Range(0, 256).Select(i => Decode(i / 255.0))];

    /// <summary>8-bit sRGB to linear light, 0 to 1.</summary>
    public static double ToLinear(byte value) => Linear[value];

    /// <summary>Linear light to 8-bit sRGB, clamped.</summary>
    public static byte ToByte(double linear)
    {
        var v = Math.Clamp(linear, 0, 1);
        var encoded = v <= 0.0031308 ? 12.92 * v : (1.055 * Math.Pow(v, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(encoded * 255);
    }

    private static double Decode(double v) => v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
}
