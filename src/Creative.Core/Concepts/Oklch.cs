using Creative.Core.Imaging;

namespace Creative.Core.Concepts;

/// <summary>OKLab in polar form: lightness 0 to 1, chroma from 0 (grey) to about 0.37, hue in degrees.</summary>
public readonly record struct Oklch(double L, double C, double H)
{
    public static Oklch From(Colour colour)
    {
        var lab = Oklab.From(colour);
        var hue = Math.Atan2(lab.B, lab.A) * 180 / Math.PI;
        return new Oklch(lab.L, Math.Sqrt((lab.A * lab.A) + (lab.B * lab.B)), hue < 0 ? hue + 360 : hue);
    }

    /// <summary>The nearest colour a screen can show: chroma is lowered until it fits, lightness and hue are kept.</summary>
    public Colour ToColour(double alpha = 1)
    {
        var lightness = Math.Clamp(L, 0, 1);
        if (Fits(lightness, C, out var rgb))
        {
            return Encode(rgb, alpha);
        }

        double low = 0, high = C;
        for (var i = 0; i < 18; i++)
        {
            var middle = (low + high) / 2;
            if (Fits(lightness, middle, out rgb))
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        Fits(lightness, low, out rgb);
        return Encode(rgb, alpha);
    }

    public Oklch Lighter(double by) => this with { L = Math.Clamp(L + by, 0, 1) };

    public Oklch Turn(double degrees) => this with { H = (((H + degrees) % 360) + 360) % 360 };

    public Oklch Chroma(double chroma) => this with { C = Math.Max(0, chroma) };

    public Oklch At(double lightness) => this with { L = Math.Clamp(lightness, 0, 1) };

    private bool Fits(double lightness, double chroma, out (double R, double G, double B) rgb)
    {
        const double Slack = 1e-4;
        var radians = H * Math.PI / 180;
        rgb = new Oklab(lightness, chroma * Math.Cos(radians), chroma * Math.Sin(radians)).ToLinearRgb();
        return rgb.R is >= -Slack and <= 1 + Slack && rgb.G is >= -Slack and <= 1 + Slack && rgb.B is >= -Slack and <= 1 + Slack;
    }

    private static Colour Encode((double R, double G, double B) rgb, double alpha) =>
        new(SrgbTransfer.ToByte(rgb.R), SrgbTransfer.ToByte(rgb.G), SrgbTransfer.ToByte(rgb.B), alpha);
}
