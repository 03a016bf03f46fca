namespace Creative.Core.Scoring;

/// <summary>What the alpha channel says about a cut-out.</summary>
internal static class AlphaFigures
{
    /// <summary>An edge is at most this many pixels wide on either side.</summary>
    private const int EdgeReach = 2;

    /// <summary>A separate part is a part of the element when it has this share of its pixels, and a crumb when it has less.</summary>
    private const double LeastPart = 0.02;

    /// <summary>Share of the canvas that is solid.</summary>
    public static double Coverage(ElementPixels pixels)
    {
        var solid = 0;
        for (var y = 0; y < pixels.Height; y++)
        {
            for (var x = 0; x < pixels.Width; x++)
            {
                solid += pixels.IsSolid(x, y) ? 1 : 0;
            }
        }

        return (double)solid / (pixels.Width * pixels.Height);
    }

    /// <summary>Half-transparent pixels without both a clear and a solid one nearby, for each solid pixel.</summary>
    public static double Veil(ElementPixels pixels)
    {
        var (veil, solid) = (0, 0);
        for (var y = 0; y < pixels.Height; y++)
        {
            for (var x = 0; x < pixels.Width; x++)
            {
                if (pixels.IsSolid(x, y))
                {
                    solid++;
                }
                else if (!pixels.IsClear(x, y) && !IsEdge(pixels, x, y))
                {
                    veil++;
                }
            }
        }

        return (double)veil / Math.Max(1, solid);
    }

    /// <summary>Share of the pixels above half alpha that lie in parts too small to belong to the element.</summary>
    public static double Strays(ElementPixels pixels)
    {
        var parts = PartSizes(pixels);
        var all = parts.Sum();
        return all == 0 ? 0 : (double)parts.Where(size => size < LeastPart * all).Sum() / all;
    }

    /// <summary>Share of the outermost pixels that are not clear.</summary>
    public static double OnBorder(ElementPixels pixels)
    {
        var (touched, all) = (0, 0);
        for (var y = 0; y < pixels.Height; y++)
        {
            var whole = y == 0 || y == pixels.Height - 1;
            for (var x = 0; x < pixels.Width; x += whole || pixels.Width == 1 ? 1 : pixels.Width - 1)
            {
                all++;
                touched += pixels.IsClear(x, y) ? 0 : 1;
            }
        }

        return (double)touched / all;
    }

    private static bool IsEdge(ElementPixels pixels, int x, int y)
    {
        var (solid, clear) = (false, false);
        for (var j = Math.Max(0, y - EdgeReach); j <= Math.Min(pixels.Height - 1, y + EdgeReach); j++)
        {
            for (var i = Math.Max(0, x - EdgeReach); i <= Math.Min(pixels.Width - 1, x + EdgeReach); i++)
            {
                solid |= pixels.IsSolid(i, j);
                clear |= pixels.IsClear(i, j);
            }
        }

        return solid && clear;
    }

    /// <summary>Pixels in each part that hangs together side by side, by flooding.</summary>
    private static List<int> PartSizes(ElementPixels pixels)
    {
        var seen = new bool[pixels.Width * pixels.Height];
        var sizes = new List<int>();
        var open = new Stack<int>();
        for (var start = 0; start < seen.Length; start++)
        {
            var size = 0;
            Visit(pixels, start % pixels.Width, start / pixels.Width, seen, open);
            while (open.TryPop(out var at))
            {
                size++;
                var (x, y) = (at % pixels.Width, at / pixels.Width);
                Visit(pixels, x - 1, y, seen, open);
                Visit(pixels, x + 1, y, seen, open);
                Visit(pixels, x, y - 1, seen, open);
                Visit(pixels, x, y + 1, seen, open);
            }

            if (size > 0)
            {
                sizes.Add(size);
            }
        }

        return sizes;
    }

    private static void Visit(ElementPixels pixels, int x, int y, bool[] seen, Stack<int> open)
    {
        if (x < 0 || y < 0 || x >= pixels.Width || y >= pixels.Height)
        {
            return;
        }

        var at = (y * pixels.Width) + x;
        if (!seen[at] && pixels.Alpha(x, y) >= 128)
        {
            seen[at] = true;
            open.Push(at);
        }
    }
}
