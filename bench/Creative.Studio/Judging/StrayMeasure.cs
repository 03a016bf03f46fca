using Creative.Studio.Imaging;

namespace Creative.Studio.Judging;

/// <summary>Things that the render does not have.</summary>
/// <param name="Outside">Alpha more than six 256ths of the picture beyond the silhouette, for each pixel of the element.</param>
/// <param name="Inside">Thin lines and dots of a colour that the render has nowhere near, for each pixel of the element.</param>
internal sealed record StrayMeasure(double Outside, double Inside)
{
    /// <summary>Alpha below this is a veil, not a thing.</summary>
    private const float Faint = .12f;

    /// <summary>A difference of lightness or of colour (both in OKLab) that is not noise.</summary>
    private const float Plain = .10f;

    public static StrayMeasure Of(Pair pair)
    {
        var size = pair.Size;
        var outside = 0.0;
        for (var i = 0; i < pair.Outer.Length; i++)
        {
            outside += pair.Outer[i] < .02f && pair.Picture.A[i] > Faint ? pair.Picture.A[i] : 0;
        }

        return new StrayMeasure(outside / pair.Area, Strokes(pair, size) / pair.Area);
    }

    /// <summary>What no pixel of the render within two pixels explains, less what the surroundings are unexplained by, too.</summary>
    private static double Strokes(Pair pair, int size)
    {
        var unexplained = new float[pair.Inner.Length];
        foreach (var channel in new Func<(float L, float A, float B), float>[] { lab => lab.L, lab => lab.A, lab => lab.B })
        {
            var meant = Array.ConvertAll(pair.MeantLab, lab => channel(lab));
            float[] low = Planes.Extreme(meant, size, size, 2, sign: -1), high = Planes.Extreme(meant, size, size, 2);
            for (var i = 0; i < unexplained.Length; i++)
            {
                if (pair.IsSolid(i))
                {
                    var seen = channel(pair.SeenLab[i]);
                    unexplained[i] = Math.Max(unexplained[i], Math.Max(low[i] - seen, seen - high[i]) - Plain);
                }
            }
        }

        var around = Planes.Mean(unexplained, size, size, 6);
        var sum = 0.0;
        for (var i = 0; i < unexplained.Length; i++)
        {
            sum += Math.Max(0, unexplained[i] - (2 * around[i]));
        }

        return sum;
    }
}
