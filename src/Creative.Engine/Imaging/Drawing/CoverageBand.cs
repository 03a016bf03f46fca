using System.Numerics;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>
/// How much of each pixel a path covers, for some rows. Every edge leaves, in the pixels it crosses, the change of
/// covered area from one pixel to the next; summing up a row then gives the winding number by area.
/// </summary>
/// <param name="sums">Width × height numbers.</param>
/// <param name="width">Two more than the columns that are asked for: edges to the right of those are left there.</param>
/// <param name="left">First column.</param>
/// <param name="top">First row.</param>
/// <param name="height">Rows.</param>
internal readonly ref struct CoverageBand(Span<float> sums, int width, int left, int top, int height)
{
    private readonly Span<float> _sums = sums;
    private readonly int _width = width;
    private readonly int _left = left;
    private readonly int _top = top;
    private readonly int _height = height;

    internal void Clear() => _sums.Clear();

    /// <summary>Adds one edge, in canvas pixels. Whatever order the edges come in.</summary>
    internal void Add(Vector2 from, Vector2 to)
    {
        if (from.Y == to.Y)
        {
            return;
        }

        var direction = from.Y < to.Y ? 1f : -1f;
        var (upper, lower) = from.Y < to.Y ? (from, to) : (to, from);
        var (start, end) = (Math.Max(upper.Y - _top, 0), Math.Min(lower.Y - _top, _height));
        if (start >= end)
        {
            return;
        }

        var slope = (lower.X - upper.X) / (lower.Y - upper.Y);
        var x = upper.X - _left + ((start + _top - upper.Y) * slope);
        for (var row = (int)start; row < end; row++)
        {
            var (y0, y1) = (Math.Max(start, row), Math.Min(end, row + 1));
            var next = x + ((y1 - y0) * slope);
            AddToRow(_sums.Slice(row * _width, _width), x, next, direction * (y1 - y0));
            x = next;
        }
    }

    /// <summary>Turns the sums of a row into coverage from 0 to 1.</summary>
    /// <returns>The columns between which anything is covered.</returns>
    internal (int From, int To) Cover(int row, int columns)
    {
        var numbers = _sums.Slice(row * _width, _width);
        var (from, to, winding) = (columns, 0, 0f);
        for (var x = 0; x < columns; x++)
        {
            winding += numbers[x];
            var covered = Math.Min(Math.Abs(winding), 1);
            numbers[x] = covered;
            if (covered > 1f / 512)
            {
                from = Math.Min(from, x);
                to = x + 1;
            }
        }

        return (from, to);
    }

    /// <summary>Multiplies pixels by the coverage of their columns.</summary>
    /// <param name="from">Column of the first pixel.</param>
    internal void Apply(int row, int from, Span<uint> pixels)
    {
        var covered = _sums.Slice((row * _width) + from, pixels.Length);
        for (var i = 0; i < pixels.Length; i++)
        {
            var share = (uint)((covered[i] * 256) + 0.5f);
            if (share < 256)
            {
                pixels[i] = AlphaMath.Fade(pixels[i], share);
            }
        }
    }

    /// <summary>Adds the part of an edge in one row: from x0 to x1, over a height with a sign.</summary>
    private void AddToRow(Span<float> row, float x0, float x1, float height)
    {
        var (low, high) = x0 < x1 ? (x0, x1) : (x1, x0);
        if (low < 0)
        {
            // What lies to the left covers whole columns.
            var outside = high <= 0 ? height : height * -low / (high - low);
            row[0] += outside;
            (low, height) = (0, height - outside);
        }

        float last = _width - 2;
        if (high > last)
        {
            height = low >= last ? 0 : height * (last - low) / (high - low);
            high = last;
        }

        if (height == 0 || high < low)
        {
            return;
        }

        var (first, end) = ((int)low, (int)Math.Ceiling(high));
        if (end <= first + 1)
        {
            var middle = ((low + high) / 2) - first;
            row[first] += height * (1 - middle);
            row[first + 1] += height * middle;
            return;
        }

        // Area to the right of the edge, column by column; what is stored is how it changes.
        var perColumn = height / (high - low);
        var before = perColumn * (first + 1 - low) * (first + 1 - low) / 2;
        row[first] += before;
        for (var x = first + 1; x < end - 1; x++)
        {
            var area = perColumn * (x + 0.5f - low);
            row[x] += area - before;
            before = area;
        }

        var inLast = height - (perColumn * (high - (end - 1)) * (high - (end - 1)) / 2);
        row[end - 1] += inLast - before;
        row[end] += height - inLast;
    }
}
