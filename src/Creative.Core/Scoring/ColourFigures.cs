namespace Creative.Core.Scoring;

/// <summary>What the colours of the solid pixels say about an element.</summary>
internal static class ColourFigures
{
    /// <summary>Mean difference of luma between neighbours that are both solid; 0 when there are none.</summary>
    public static double Sharpness(ElementPixels pixels)
    {
        var (sum, count) = (0.0, 0);
        for (var y = 0; y + 1 < pixels.Height; y++)
        {
            for (var x = 0; x + 1 < pixels.Width; x++)
            {
                if (pixels.IsSolid(x, y) && pixels.IsSolid(x + 1, y) && pixels.IsSolid(x, y + 1))
                {
                    var luma = pixels.Luma(x, y);
                    sum += Math.Abs(pixels.Luma(x + 1, y) - luma) + Math.Abs(pixels.Luma(x, y + 1) - luma);
                    count += 2;
                }
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>How far the hue is from the one the prompt begins with, or how colourful a grey one is; null when it begins with none.</summary>
    public static ElementFigure? HueFigure(ElementPixels pixels, string prompt)
    {
        if (HueWords.Find(prompt) is not { } wanted)
        {
            return null;
        }

        var (hue, chroma) = MeanHue(pixels);
        if (wanted.Degrees is not { } degrees)
        {
            return new ElementFigure("hue", chroma, "mean chroma where grey was asked for, 0 to 1", ElementHeuristics.Falling(chroma, 0.15, 0.4));
        }

        var apart = Math.Abs(((hue - degrees + 540) % 360) - 180);
        return new ElementFigure("hue", apart, $"degrees from {wanted.Word}", ElementHeuristics.Falling(apart, wanted.Slack, wanted.Slack + 45));
    }

    /// <summary>
    /// Hue in degrees (0 red, 120 green, 240 blue) as the direction of the mean of the pixels in the hue circle, so that
    /// a colourful pixel counts for more; and the mean chroma (largest minus smallest channel, 0 to 1).
    /// </summary>
    private static (double Hue, double Chroma) MeanHue(ElementPixels pixels)
    {
        var (alpha, beta, chroma, count) = (0.0, 0.0, 0.0, 0);
        for (var y = 0; y < pixels.Height; y++)
        {
            for (var x = 0; x < pixels.Width; x++)
            {
                if (pixels.IsSolid(x, y))
                {
                    var (r, g, b) = pixels.Colour(x, y);
                    alpha += r - ((g + b) / 2.0);
                    beta += Math.Sqrt(3) / 2 * (g - b);
                    chroma += Math.Max(r, Math.Max(g, b)) - Math.Min(r, Math.Min(g, b));
                    count++;
                }
            }
        }

        return (Math.Atan2(beta, alpha) * 180 / Math.PI, chroma / 255 / Math.Max(1, count));
    }
}
