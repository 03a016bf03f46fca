using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Server.Assets;

/// <summary>One picture on the page, whole pixels, and the width that its caption may have.</summary>
internal readonly record struct SheetCell(Box Picture, double CaptionWidth);

/// <summary>Where each picture of a contact sheet goes: in rows from left to right, none enlarged.</summary>
/// <param name="Page">Pixels.</param>
/// <param name="Cells">In the order of the sizes given.</param>
internal sealed record SheetLayout(CanvasSize Page, ImmutableArray<SheetCell> Cells)
{
    public const int Margin = 24;
    public const int TitleHeight = 64;

    /// <value>Room under each picture, in pixels.</value>
    public const int Caption = 26;

    private const int Gap = 18;
    private const double NarrowestCell = 132;
    private const int TallestPage = 8192;
    private const double SmallestRow = 24;

    /// <param name="sizes">Of the pictures.</param>
    /// <param name="width">Of the page, in pixels.</param>
    /// <param name="rowHeight">No picture is higher, in pixels; made smaller until the page is not too tall.</param>
    /// <param name="titled">Whether there is room for a title.</param>
    public static SheetLayout For(IReadOnlyList<CanvasSize> sizes, int width, double rowHeight, bool titled)
    {
        while (true)
        {
            var layout = Flow(sizes, width, rowHeight, titled ? Margin + TitleHeight : Margin);
            if (layout.Page.Height <= TallestPage || rowHeight <= SmallestRow)
            {
                return layout;
            }

            rowHeight = Math.Max(SmallestRow, rowHeight * 0.9);
        }
    }

    private static SheetLayout Flow(IReadOnlyList<CanvasSize> sizes, int width, double rowHeight, double top)
    {
        var cells = ImmutableArray.CreateBuilder<SheetCell>(sizes.Count);
        double x = Margin;
        double rowBottom = top;
        foreach (var size in sizes)
        {
            var scale = Math.Min(1, Math.Min(rowHeight / size.Height, (width - (2.0 * Margin)) / size.Width));
            var (w, h) = (Math.Max(1, Math.Round(size.Width * scale)), Math.Max(1, Math.Round(size.Height * scale)));
            var cell = Math.Max(w, NarrowestCell);
            if (x > Margin && x + cell > width - Margin)
            {
                (x, top) = (Margin, rowBottom + Caption + Gap);
            }

            cells.Add(new SheetCell(new Box(x, top, w, h), cell));
            rowBottom = Math.Max(top + h, rowBottom);
            x += cell + Gap;
        }

        return new SheetLayout(new CanvasSize(width, (int)Math.Ceiling(rowBottom) + Caption + Margin), cells.DrainToImmutable());
    }
}
