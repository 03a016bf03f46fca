using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>A gradient's colours in even steps, as premultiplied RGBA pixels; between stops, straight sRGB is mixed (SVG 2, 14.2).</summary>
internal static class ColourRamp
{
    /// <summary>Index of the last colour.</summary>
    internal const int Last = 1023;

    internal static uint[] Of(ImmutableArray<GradientStop> stops, double opacity)
    {
        var ramp = new uint[Last + 1];
        var next = 0;
        for (var i = 0; i <= Last; i++)
        {
            var at = (double)i / Last;
            while (next < stops.Length && stops[next].Offset <= at)
            {
                next++;
            }

            ramp[i] = stops.Length == 0 ? 0 : Between(stops[Math.Max(0, next - 1)], stops[Math.Min(next, stops.Length - 1)], at, opacity);
        }

        return ramp;
    }

    internal static uint Pixel(Colour colour, double opacity) => Pack(colour.R, colour.G, colour.B, colour.Alpha * opacity);

    private static uint Between(GradientStop from, GradientStop to, double at, double opacity)
    {
        var span = to.Offset - from.Offset;
        var share = span <= 0 ? 0 : Math.Clamp((at - from.Offset) / span, 0, 1);
        var (a, b) = (from.Colour, to.Colour);
        return Pack(
            a.R + ((b.R - a.R) * share),
            a.G + ((b.G - a.G) * share),
            a.B + ((b.B - a.B) * share),
            (a.Alpha + ((b.Alpha - a.Alpha) * share)) * opacity);
    }

    private static uint Pack(double r, double g, double b, double alpha)
    {
        alpha = Math.Clamp(alpha, 0, 1);
        return Byte(r * alpha) | (Byte(g * alpha) << 8) | (Byte(b * alpha) << 16) | (Byte(255 * alpha) << 24);
    }

    private static uint Byte(double value) => (uint)(value + 0.5);
}
