using Creative.Core.Imaging;

namespace Creative.Core.Layouts.Metrics;

/// <summary>One number per pixel, row by row: a saliency map in 0 to 1, or gray in 0 to 255.</summary>
public sealed record PixelPlane
{
    /// <param name="values">width × height numbers.</param>
    public PixelPlane(CanvasSize size, double[] values)
    {
        if (values.LongLength != size.Pixels)
        {
            throw new ArgumentException($"{values.Length} values for {size}", nameof(values));
        }

        (Size, Values) = (size, values);
    }

    public CanvasSize Size { get; }

    public IReadOnlyList<double> Values { get; }

    /// <summary>
    /// Horizontal and vertical Sobel gradient, 3×3; beyond the edge the picture is mirrored about its outermost pixels,
    /// which count once (OpenCV's BORDER_REFLECT_101).
    /// </summary>
    internal (double[] X, double[] Y) Sobel()
    {
        var (gx, gy) = (new double[Values.Count], new double[Values.Count]);
        for (var y = 0; y < Size.Height; y++)
        {
            for (var x = 0; x < Size.Width; x++)
            {
                double P(int dx, int dy) => Values[(Mirror(y + dy, Size.Height) * Size.Width) + Mirror(x + dx, Size.Width)];
                var at = (y * Size.Width) + x;
                gx[at] = P(1, -1) + (2 * P(1, 0)) + P(1, 1) - P(-1, -1) - (2 * P(-1, 0)) - P(-1, 1);
                gy[at] = P(-1, 1) + (2 * P(0, 1)) + P(1, 1) - P(-1, -1) - (2 * P(0, -1)) - P(1, -1);
            }
        }

        return (gx, gy);
    }

    /// <summary>Which pixels the boxes cover. Published: coordinates are cut to whole numbers; corrected: rounded.</summary>
    internal bool[] Covered(IEnumerable<Box> boxes, MetricMode mode)
    {
        var covered = new bool[Values.Count];
        foreach (var box in boxes)
        {
            int Whole(double value, int most) => Math.Clamp((int)(mode == MetricMode.Published ? value : Math.Round(value, MidpointRounding.AwayFromZero)), 0, most);
            var (left, right) = (Whole(box.X, Size.Width), Whole(box.Right, Size.Width));
            for (var y = Whole(box.Y, Size.Height); y < Whole(box.Bottom, Size.Height); y++)
            {
                covered.AsSpan((y * Size.Width) + left, Math.Max(0, right - left)).Fill(true);
            }
        }

        return covered;
    }

    private static int Mirror(int at, int length) => length == 1 ? 0 : at < 0 ? -at : at >= length ? (2 * length) - 2 - at : at;
}
