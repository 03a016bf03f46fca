using System.Globalization;
using System.Text;
using Creative.Core.Imaging;

namespace Creative.Core.Scenes;

/// <summary>SVG path data of common outlines. Coordinates have two decimals: finer is not visible, and files stay small.</summary>
public static class Paths
{
    // Length of a cubic's handle that makes a quarter circle (error below 0.03 %).
    private const double Kappa = 0.5523;

    public static string Rectangle(Box b) => Format($"M{b.X} {b.Y}H{b.Right}V{b.Bottom}H{b.X}Z");

    /// <param name="radius">Pixels; at most half of the shorter side is used.</param>
    public static string RoundedRectangle(Box b, double radius)
    {
        var r = Math.Min(radius, Math.Min(b.Width, b.Height) / 2);
        if (r <= 0)
        {
            return Rectangle(b);
        }

        var k = r * (1 - Kappa);
        return Format($"M{b.X + r} {b.Y}H{b.Right - r}C{b.Right - k} {b.Y} {b.Right} {b.Y + k} {b.Right} {b.Y + r}V{b.Bottom - r}C{b.Right} {b.Bottom - k} {b.Right - k} {b.Bottom} {b.Right - r} {b.Bottom}H{b.X + r}C{b.X + k} {b.Bottom} {b.X} {b.Bottom - k} {b.X} {b.Bottom - r}V{b.Y + r}C{b.X} {b.Y + k} {b.X + k} {b.Y} {b.X + r} {b.Y}Z");
    }

    public static string Ellipse(double x, double y, double rx, double ry)
    {
        double kx = rx * Kappa, ky = ry * Kappa;
        return Format($"M{x - rx} {y}C{x - rx} {y - ky} {x - kx} {y - ry} {x} {y - ry}C{x + kx} {y - ry} {x + rx} {y - ky} {x + rx} {y}C{x + rx} {y + ky} {x + kx} {y + ry} {x} {y + ry}C{x - kx} {y + ry} {x - rx} {y + ky} {x - rx} {y}Z");
    }

    public static string Circle(double x, double y, double radius) => Ellipse(x, y, radius, radius);

    public static string Polygon(params ReadOnlySpan<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Format($"{x} {y}"));
        }

        return path.Append('Z').ToString();
    }

    /// <summary>Wedges around a centre, as one path: light rays.</summary>
    /// <param name="share">Of each step that is filled, 0 to 1.</param>
    /// <param name="turn">Degrees by which the first wedge is turned.</param>
    public static string Rays(double x, double y, double radius, int count, double share, double turn)
    {
        var path = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var a = ((i * 360.0 / count) + turn) * Math.PI / 180;
            var b = a + (share * 2 * Math.PI / count);
            path.Append(Format($"M{x} {y}L{x + (radius * Math.Cos(a))} {y + (radius * Math.Sin(a))}L{x + (radius * Math.Cos(b))} {y + (radius * Math.Sin(b))}Z"));
        }

        return path.ToString();
    }

    public static string Format(FormattableString path)
    {
        var arguments = path.GetArguments();
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = arguments[i] is double d ? Math.Round(d, 2) : arguments[i];
        }

        return string.Format(CultureInfo.InvariantCulture, path.Format, arguments);
    }
}
