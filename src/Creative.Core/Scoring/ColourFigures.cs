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

    /// <summary>
    /// How much of the colour is of the hue that the prompt asks for, or how colourful a grey one is; null when it asks for none. A
    /// part of another colour, such as a gold rim, is no fault: what counts is that the hue is there.
    /// </summary>
    public static ElementFigure? HueFigure(ElementPixels pixels, string prompt)
    {
        if (HueWords.Find(prompt) is not { } wanted)
        {
            return null;
        }

        var (share, chroma) = Colour(pixels, wanted);
        return wanted.Degrees is null
            ? new ElementFigure("hue", chroma, "mean chroma where grey was asked for, 0 to 1", ElementHeuristics.Falling(chroma, 0.25, 0.5))
            : new ElementFigure("hue", share, $"share of the colour that is {wanted.Word}", ElementHeuristics.Rising(share, 0.05, 0.5));
    }

    /// <summary>Share of all chroma (largest minus smallest channel) in pixels of a hue, and mean chroma from 0 to 1, both over solid pixels.</summary>
    private static (double Share, double Chroma) Colour(ElementPixels pixels, HueWord wanted)
    {
        var (of, all, count) = (0.0, 0.0, 0);
        for (var y = 0; y < pixels.Height; y++)
        {
            for (var x = 0; x < pixels.Width; x++)
            {
                if (pixels.IsSolid(x, y))
                {
                    var (r, g, b) = pixels.Colour(x, y);
                    var chroma = Math.Max(r, Math.Max(g, b)) - Math.Min(r, Math.Min(g, b));
                    var hue = Math.Atan2(Math.Sqrt(3) / 2 * (g - b), r - ((g + b) / 2.0)) * 180 / Math.PI;
                    of += wanted.Degrees is { } degrees && Math.Abs(((hue - degrees + 540) % 360) - 180) <= wanted.Slack ? chroma : 0;
                    all += chroma;
                    count++;
                }
            }
        }

        return (of / Math.Max(1, all), all / 255 / Math.Max(1, count));
    }
}
