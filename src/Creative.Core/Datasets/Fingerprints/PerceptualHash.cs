using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Datasets.Fingerprints;

/// <summary>
/// Takes fingerprints. The forms are the hash of C. Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions"
/// (2010), known as pHash: luminance at 32 × 32, its discrete cosine transform, and of the 8 × 8 lowest frequencies without
/// the constant one whether each is above their median. Alpha is laid over grey.
/// </summary>
public static class PerceptualHash
{
    private const int Side = 32;
    private const int Kept = 8;
    private const double Grey = 128;

    private static readonly double[,] Cosines = MakeCosines();

    public static ImageFingerprint Of(PixelImage image)
    {
        var red = Shrink(image, 0, Side);
        var green = Shrink(image, 1, Side);
        var blue = Shrink(image, 2, Side);
        var luminance = new double[Side * Side];
        for (var i = 0; i < luminance.Length; i++)
        {
            luminance[i] = (0.299 * red[i]) + (0.587 * green[i]) + (0.114 * blue[i]);
        }

        return new ImageFingerprint(Forms(luminance), Colours(red, green, blue));
    }

    private static ulong Forms(double[] luminance)
    {
        // Frequencies (u, v) with u, v from 1 to 8: the constant row and column say how bright it is, not what is on it.
        var lowest = new double[Kept * Kept];
        var rows = new double[Kept, Side];
        for (var u = 0; u < Kept; u++)
        {
            for (var y = 0; y < Side; y++)
            {
                var sum = 0.0;
                for (var x = 0; x < Side; x++)
                {
                    sum += Cosines[u, x] * luminance[(y * Side) + x];
                }

                rows[u, y] = sum;
            }
        }

        for (var v = 0; v < Kept; v++)
        {
            for (var u = 0; u < Kept; u++)
            {
                for (var y = 0; y < Side; y++)
                {
                    lowest[(v * Kept) + u] += Cosines[v, y] * rows[u, y];
                }
            }
        }

        double[] sorted = [.. lowest.Order()];
        var median = (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
        var hash = 0UL;
        for (var i = 0; i < lowest.Length; i++)
        {
            hash |= lowest[i] > median ? 1UL << i : 0;
        }

        return hash;
    }

    private static ImmutableArray<byte> Colours(double[] red, double[] green, double[] blue)
    {
        const int Field = Side / ImageFingerprint.Fields;
        var colours = ImmutableArray.CreateBuilder<byte>(ImageFingerprint.ColourCount);
        for (var field = 0; field < ImageFingerprint.Fields * ImageFingerprint.Fields; field++)
        {
            foreach (var plane in (double[][])[red, green, blue])
            {
                var (left, top, sum) = (field % ImageFingerprint.Fields * Field, field / ImageFingerprint.Fields * Field, 0.0);
                for (var i = 0; i < Field * Field; i++)
                {
                    sum += plane[((top + (i / Field)) * Side) + left + (i % Field)];
                }

                colours.Add((byte)Math.Round(sum / (Field * Field)));
            }
        }

        return colours.DrainToImmutable();
    }

    /// <summary>Means over a grid of fields; pixels on a border count with the share that lies inside.</summary>
    private static double[] Shrink(PixelImage image, int channel, int side)
    {
        var (width, height, channels) = (image.Size.Width, image.Size.Height, image.Channels);
        var across = Shares(width, side);
        var wide = new double[side * height];
        for (var y = 0; y < height; y++)
        {
            var row = image.Row(y);
            foreach (var (from, to, share) in across)
            {
                var over = channels == 4 ? Grey * (255 - row[(from * 4) + 3]) / 255 : 0;
                wide[(y * side) + to] += share * (row[(from * channels) + channel] + over);
            }
        }

        var small = new double[side * side];
        foreach (var (from, to, share) in Shares(height, side))
        {
            for (var x = 0; x < side; x++)
            {
                small[(to * side) + x] += share * wide[(from * side) + x];
            }
        }

        return small;
    }

    /// <summary>Which pixel counts for which field by how much; the shares of a field add up to 1.</summary>
    private static List<(int From, int To, double Share)> Shares(int length, int fields)
    {
        var shares = new List<(int From, int To, double Share)>();
        var size = length / (double)fields;
        for (var field = 0; field < fields; field++)
        {
            var (start, end) = (field * size, (field + 1) * size);
            for (var pixel = (int)start; pixel < Math.Min(length, Math.Ceiling(end)); pixel++)
            {
                var share = (Math.Min(end, pixel + 1) - Math.Max(start, pixel)) / size;
                if (share > 0)
                {
                    shares.Add((pixel, field, share));
                }
            }
        }

        return shares;
    }

    private static double[,] MakeCosines()
    {
        var cosines = new double[Kept, Side];
        for (var u = 0; u < Kept; u++)
        {
            for (var x = 0; x < Side; x++)
            {
                cosines[u, x] = Math.Cos(Math.PI * ((2 * x) + 1) * (u + 1) / (2 * Side));
            }
        }

        return cosines;
    }
}
