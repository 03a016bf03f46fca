using Creative.Core.Imaging;
using Creative.Engine.Imaging;

namespace Creative.Bench.Gallery;

/// <summary>Pictures of many shapes on one page: rows of pictures of about one height, none enlarged.</summary>
internal static class ContactSheet
{
    private const byte Paper = 0xF2;

    /// <param name="images">RGB. Disposed by the caller.</param>
    /// <param name="width">Of the page, in pixels.</param>
    /// <param name="rowHeight">The most a picture is high; low ones stand together in rows of their own.</param>
    /// <param name="gap">Between pictures.</param>
    public static PixelImage Lay(IReadOnlyList<PixelImage> images, int width, double rowHeight, int gap)
    {
        var rasterizer = new Rasterizer();
        var rows = Rows(images.Select(i => new Cell(i, Fitted(i.Size, width - (2 * gap), rowHeight))).OrderByDescending(c => c.Size.Height), width - (2 * gap), gap);
        var page = PixelImage.Create(new CanvasSize(width, gap + rows.Sum(r => r[0].Size.Height + gap)), 3);
        page.Pixels.Fill(Paper);
        var y = gap;
        foreach (var row in rows)
        {
            var x = gap;
            foreach (var (image, size) in row)
            {
                using var small = rasterizer.Thumbnail(image, Math.Max(size.Width, size.Height));
                Copy(small, page, x, y);
                x += small.Size.Width + gap;
            }

            y += row[0].Size.Height + gap;
        }

        return page;
    }

    private static CanvasSize Fitted(CanvasSize size, double widest, double highest)
    {
        var scale = Math.Min(1, Math.Min(widest / size.Width, highest / size.Height));
        return new CanvasSize(Math.Max(1, (int)Math.Round(scale * size.Width)), Math.Max(1, (int)Math.Round(scale * size.Height)));
    }

    private static List<List<Cell>> Rows(IEnumerable<Cell> cells, int width, int gap)
    {
        var rows = new List<List<Cell>>();
        var free = 0;
        foreach (var cell in cells)
        {
            if (rows.Count == 0 || cell.Size.Width > free)
            {
                rows.Add([]);
                free = width;
            }

            rows[^1].Add(cell);
            free -= cell.Size.Width + gap;
        }

        return rows;
    }

    private static void Copy(PixelImage from, PixelImage to, int left, int top)
    {
        var width = Math.Min(from.Size.Width, to.Size.Width - left) * 3;
        for (var y = 0; y < Math.Min(from.Size.Height, to.Size.Height - top); y++)
        {
            from.Row(y)[..width].CopyTo(to.Row(top + y)[(left * 3)..]);
        }
    }

    private readonly record struct Cell(PixelImage Image, CanvasSize Size);
}
