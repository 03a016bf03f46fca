namespace Creative.Core.Imaging;

/// <summary>The file that came nearest to a cap.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="Quality">With which it was encoded.</param>
/// <param name="Fits">False: even this smallest file is over the cap.</param>
/// <param name="Encodes">How often something was encoded.</param>
public sealed record CapResult(byte[] Bytes, int Quality, bool Fits, int Encodes);

/// <summary>Finds the best quality whose file is not larger than allowed.</summary>
public static class CapSearch
{
    /// <summary>Above this, files grow and nothing can be seen of it.</summary>
    public const int BestQuality = 92;

    /// <summary>Below this, banners look broken.</summary>
    public const int LeastQuality = 30;

    /// <summary>Quality points that halve a file, about: for the first guess.</summary>
    private const double PointsPerHalving = 22;

    /// <param name="encode">From quality to the finished file, metadata included; larger for higher quality.</param>
    /// <param name="cap">Bytes allowed; null for any number.</param>
    /// <param name="lossless">Quality has no effect: encoded once, with quality <see cref="BestQuality"/>.</param>
    /// <returns>The best quality from <see cref="LeastQuality"/> to <see cref="BestQuality"/> that fits, or else the least one.</returns>
    public static CapResult Find(Func<int, byte[]> encode, long? cap, bool lossless = false)
    {
        var encodes = 1;
        var above = (Quality: BestQuality, Bytes: encode(BestQuality));
        if (cap is not { } limit || above.Bytes.Length <= limit || lossless)
        {
            return new CapResult(above.Bytes, above.Quality, cap is null || above.Bytes.Length <= cap, encodes);
        }

        (int Quality, byte[]? Bytes) below = (LeastQuality - 1, null);
        byte[]? smallest = null;
        while (above.Quality - below.Quality > 1)
        {
            var quality = Guess(below, above, limit, halve: encodes % 3 == 0);
            var bytes = encode(quality);
            encodes++;
            smallest = quality == LeastQuality ? bytes : smallest;
            if (bytes.Length <= limit)
            {
                below = (quality, bytes);
            }
            else
            {
                above = (quality, bytes);
            }
        }

        return below.Bytes is { } found
            ? new CapResult(found, below.Quality, true, encodes)
            : new CapResult(smallest!, LeastQuality, false, encodes);
    }

    /// <summary>A quality strictly between: where the cap lies if sizes grow evenly on a logarithmic scale.</summary>
    private static int Guess((int Quality, byte[]? Bytes) below, (int Quality, byte[] Bytes) above, long cap, bool halve)
    {
        var span = above.Quality - below.Quality;
        var excess = Math.Log2((double)above.Bytes.Length / Math.Max(1, cap));
        var back = halve ? span / 2d
            : below.Bytes is null ? excess * PointsPerHalving
            : span * excess / Math.Max(1e-9, Math.Log2((double)above.Bytes.Length / below.Bytes.Length));
        return Math.Clamp((int)Math.Round(above.Quality - back), below.Quality + 1, above.Quality - 1);
    }
}
