using Creative.Core.Imaging;

namespace Creative.Core.Scoring;

/// <summary>
/// How far a candidate is from the median of all candidates of its prompt: they were asked for the same thing, so that what only
/// one of them shows is more often a fault than a find.
/// </summary>
internal static class LikenessFigure
{
    public const string Name = "likeness";

    /// <summary>Fewer candidates have no middle.</summary>
    private const int Fewest = 3;

    /// <summary>Blocks to a side that are compared: small enough to see a spot, too large to see noise.</summary>
    private const int Side = 16;

    private const int Channels = 4;

    /// <summary>Candidates of a good model differ by as much without any fault: half of elements-mini's by 0.014, 19 of 20 by less than this.</summary>
    private const double Usual = 0.02;

    /// <summary>One for each candidate, in their order; none when there are fewer than three.</summary>
    public static IReadOnlyList<ElementFigure> Of(IReadOnlyList<PixelImage> candidates)
    {
        if (candidates.Count < Fewest)
        {
            return [];
        }

        var means = candidates.Select(Means).ToArray();
        double[] middle = [.. Enumerable.Range(0, means[0].Length).Select(i => Median([.. means.Select(one => one[i])]))];
        return
        [
            .. means.Select(one => Math.Sqrt(one.Zip(middle, (a, b) => (a - b) * (a - b)).Average()))
                .Select(apart => new ElementFigure(Name, apart, "distance from the middle of all candidates, 0 to 1", ElementHeuristics.Falling(apart, Usual, 0.1))),
        ];
    }

    /// <summary>Mean of each channel in each block, premultiplied, 0 to 1. A picture of another ratio has blocks of that ratio.</summary>
    private static double[] Means(PixelImage image)
    {
        var (sums, counts) = (new double[Side * Side * Channels], new int[Side * Side]);
        for (var y = 0; y < image.Size.Height; y++)
        {
            var row = image.Row(y);
            for (var x = 0; x < image.Size.Width; x++)
            {
                var block = (y * Side / image.Size.Height * Side) + (x * Side / image.Size.Width);
                counts[block]++;
                for (var channel = 0; channel < Channels; channel++)
                {
                    sums[(block * Channels) + channel] += row[(x * Channels) + channel];
                }
            }
        }

        return [.. sums.Select((sum, i) => sum / 255 / Math.Max(1, counts[i / Channels]))];
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
