using Creative.Core.Datasets.Material;
using Creative.Core.Imaging;
using Creative.Core.Labeling;

namespace Creative.Core.Datasets.Export.Marks;

/// <summary>
/// Where raters marked faults, as an image of its own: 255 where each of them did, whatever the dimension, 0 where none did, and in
/// between the share of the raters, rounded. The form of the artefact maps of RichHF-18K (Y. Liang and others, "Rich Human Feedback for
/// Text-to-Image Generation", CVPR 2024).
/// </summary>
internal static class MarkMask
{
    /// <summary>A PNG file of one channel of 8 bits, as large as the image.</summary>
    public static byte[] Write(DatasetRow row) => GreyPng.Write(row.Item.Width, row.Item.Height, Values(row));

    /// <summary>The values of the mask, row by row from the top.</summary>
    public static byte[] Values(DatasetRow row)
    {
        var (width, height) = (row.Item.Width, row.Item.Height);
        var (raters, marked) = (0, new int[width * height]);
        foreach (var judgement in row.Item.Judgements.Select(one => one.Judgement!))
        {
            raters++;
            var inside = new bool[judgement.Marks.IsEmpty ? 0 : marked.Length];
            foreach (var mark in judgement.Marks)
            {
                Fill(inside, width, height, mark);
            }

            for (var i = 0; i < inside.Length; i++)
            {
                marked[i] += inside[i] ? 1 : 0;
            }
        }

        return [.. marked.Select(count => (byte)Math.Round(255.0 * count / Math.Max(1, raters)))];
    }

    /// <summary>The pixels whose centre lies in the circle; at least the one that its centre lies in.</summary>
    private static void Fill(bool[] inside, int width, int height, Mark mark)
    {
        var (x, y, radius) = (mark.X * width, mark.Y * height, mark.Radius * width);
        inside[(Whole(y, height) * width) + Whole(x, width)] = true;
        for (var row = Whole(y - radius, height); row <= Whole(y + radius, height); row++)
        {
            for (var column = Whole(x - radius, width); column <= Whole(x + radius, width); column++)
            {
                var (dx, dy) = (column + 0.5 - x, row + 0.5 - y);
                inside[(row * width) + column] |= (dx * dx) + (dy * dy) <= radius * radius;
            }
        }
    }

    private static int Whole(double place, int side) => Math.Clamp((int)Math.Floor(place), 0, side - 1);
}
