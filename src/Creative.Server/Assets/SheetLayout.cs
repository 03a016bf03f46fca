using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Server.Assets;

/// <summary>Where each picture of a contact sheet goes: rows of one height, each stretched to the width of the page.</summary>
/// <param name="Page">Pixels.</param>
/// <param name="Pictures">In the order of the sizes given, whole pixels.</param>
/// <param name="CaptionHeight">Room under each picture, in pixels.</param>
internal sealed record SheetLayout(CanvasSize Page, ImmutableArray<Box> Pictures, double CaptionHeight)
{
    public const int Margin = 24;
    public const int TitleHeight = 64;
    private const int Gap = 16;
    private const int Caption = 26;
    private const int TallestPage = 8192;
    private const double SmallestRow = 24;

    /// <param name="sizes">Of the pictures; only their ratios count.</param>
    /// <param name="width">Of the page, in pixels.</param>
    /// <param name="rowHeight">Wanted, in pixels; made smaller until the page is not too tall.</param>
    /// <param name="titled">Whether there is room for a title.</param>
    public static SheetLayout For(IReadOnlyList<CanvasSize> sizes, int width, double rowHeight, bool titled)
    {
        while (true)
        {
            var layout = Rows(sizes, width, rowHeight, titled ? Margin + TitleHeight : Margin);
            if (layout.Page.Height <= TallestPage || rowHeight <= SmallestRow)
            {
                return layout;
            }

            rowHeight = Math.Max(SmallestRow, rowHeight * 0.9);
        }
    }

    private static SheetLayout Rows(IReadOnlyList<CanvasSize> sizes, int width, double rowHeight, double top)
    {
        var inner = width - (2 * Margin);
        var boxes = ImmutableArray.CreateBuilder<Box>(sizes.Count);
        var first = 0;
        while (first < sizes.Count)
        {
            var (count, ratios) = RowFrom(sizes, first, inner, rowHeight);
            var free = inner - (Gap * (count - 1));

            // A row that is not full keeps its height: a lone tower must not fill the page.
            var height = Math.Min(rowHeight, free / ratios);
            var x = (double)Margin;
            for (var i = first; i < first + count; i++)
            {
                var box = new Box(Math.Round(x), Math.Round(top), Math.Max(1, Math.Floor(height * sizes[i].Ratio)), Math.Max(1, Math.Floor(height)));
                boxes.Add(box);
                x = box.Right + Gap;
            }

            top += Math.Floor(height) + Caption + Gap;
            first += count;
        }

        return new SheetLayout(new CanvasSize(width, Math.Max((int)Math.Ceiling(top) - Gap + Margin, 2 * Margin)), boxes.DrainToImmutable(), Caption);
    }

    private static (int Count, double Ratios) RowFrom(IReadOnlyList<CanvasSize> sizes, int first, double inner, double rowHeight)
    {
        var count = 0;
        var ratios = 0.0;
        while (first + count < sizes.Count)
        {
            var wider = ratios + sizes[first + count].Ratio;
            if (count > 0 && (wider * rowHeight) + (Gap * count) > inner * 1.08)
            {
                break;
            }

            ratios = wider;
            count++;
        }

        return (count, ratios);
    }
}
