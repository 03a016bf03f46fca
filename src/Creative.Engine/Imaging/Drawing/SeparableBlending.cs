using Creative.Core.Scenes;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>Blends without a short formula on bytes: looked up by source and canvas value. Sources are premultiplied.</summary>
internal static class SeparableBlending
{
    private static readonly Lazy<byte[]> Overlay = new(() => Table((canvas, source) => HardLight(source, canvas)));
    private static readonly Lazy<byte[]> SoftLight = new(() => Table(Soften));

    internal static void Row(Blend blend, Span<byte> canvas, ReadOnlySpan<byte> source)
    {
        var table = blend == Blend.Overlay ? Overlay.Value : SoftLight.Value;
        for (var i = 0; i + 3 < canvas.Length; i += 4)
        {
            int alpha = source[i + 3];
            if (alpha == 0)
            {
                continue;
            }

            for (var channel = i; channel < i + 3; channel++)
            {
                int under = canvas[channel];
                var straight = Math.Min(255, ((source[channel] * 255) + (alpha / 2)) / alpha);
                int mixed = table[(straight << 8) | under];
                canvas[channel] = (byte)(((mixed * alpha) + (under * (255 - alpha)) + 127) / 255);
            }
        }
    }

    private static byte[] Table(Func<double, double, double> formula)
    {
        var table = new byte[256 * 256];
        for (var source = 0; source < 256; source++)
        {
            for (var canvas = 0; canvas < 256; canvas++)
            {
                table[(source << 8) | canvas] = (byte)Math.Round(255 * Math.Clamp(formula(canvas / 255d, source / 255d), 0, 1));
            }
        }

        return table;
    }

    private static double HardLight(double canvas, double source) =>
        source <= 0.5 ? canvas * 2 * source : canvas + ((2 * source) - 1) - (canvas * ((2 * source) - 1));

    private static double Soften(double canvas, double source)
    {
        if (source <= 0.5)
        {
            return canvas - ((1 - (2 * source)) * canvas * (1 - canvas));
        }

        var lit = canvas <= 0.25 ? ((((16 * canvas) - 12) * canvas) + 4) * canvas : Math.Sqrt(canvas);
        return canvas + (((2 * source) - 1) * (lit - canvas));
    }
}
