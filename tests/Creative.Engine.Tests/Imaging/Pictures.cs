using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Engine.Tests.Imaging;

/// <summary>Things to draw: none of them square or symmetric, so that nothing can be swapped or flipped unnoticed.</summary>
internal static class Pictures
{
    internal static readonly Paint Gold = new LinearGradient(0, 20, 0, 120, Stops((0, "#fff6c9", 1), (1, "#ffb300", 1)));

    /// <summary>A lit egg with a chequered skin on a clear ground.</summary>
    internal static PixelImage Egg(CanvasSize size)
    {
        var image = PixelImage.Create(size, 4);
        for (var y = 0; y < size.Height; y++)
        {
            var row = image.Row(y);
            for (var x = 0; x < size.Width; x++)
            {
                var (u, v) = ((x + 0.5 - (size.Width / 2d)) / (size.Width * 0.45), (y + 0.5 - (size.Height / 2d)) / (size.Height * 0.45));
                var alpha = Math.Clamp((1 - Math.Sqrt((u * u) + (v * v))) * size.Height * 0.45, 0, 1);
                var light = Math.Clamp(1.15 - (0.6 * Math.Sqrt(((u + 0.4) * (u + 0.4)) + ((v + 0.5) * (v + 0.5)))), 0, 1) * alpha;
                var dark = (((x * 10 / size.Width) + (y * 8 / size.Height)) & 1) == 1;
                row[(x * 4) + 0] = (byte)((dark ? 230 : 255) * light);
                row[(x * 4) + 1] = (byte)((dark ? 120 : 205) * light);
                row[(x * 4) + 2] = (byte)(50 * light);
                row[(x * 4) + 3] = (byte)(255 * alpha);
            }
        }

        return image;
    }

    internal static PathNode Ground(CanvasSize size) =>
        new("background", $"M0 0H{size.Width}V{size.Height}H0Z", new LinearGradient(0, 0, size.Width, size.Height, Stops((0, "#ff3b2f", 1), (1, "#7a0018", 1))));

    internal static TextNode Headline(string text, double size, double x, double baseline) =>
        new(
            "headline",
            [new TextRun(text, new FontFace("Noto Sans SC", 900), size, x, baseline, Gold, new Stroke(Colour.Parse("#5a0010"), size / 14))],
            new Box(x, baseline - size, size * text.Length, size * 1.2));

    internal static ImmutableArray<GradientStop> Stops(params (double Offset, string Hex, double Alpha)[] stops) =>
        [.. stops.Select(stop => new GradientStop(stop.Offset, Colour.Parse(stop.Hex) with { Alpha = stop.Alpha }))];
}
