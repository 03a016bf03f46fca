using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>The text column of a banner: logo at its top, words in the optical centre, small print at its foot.</summary>
internal static class SideColumn
{
    /// <summary>What was placed.</summary>
    /// <param name="WordsWidth">Of headline, subhead, benefit and button, in pixels.</param>
    /// <param name="LabelInColumn">The AI label stands in this column and not on the hero's side.</param>
    /// <param name="HeroFloor">How far down the hero may reach: long small print runs below it too.</param>
    public sealed record Placed(Dictionary<LayoutRole, PlacedText> Texts, LogoContent Logo, Box LogoBox, double WordsWidth, bool LabelInColumn, double HeroFloor)
    {
        /// <summary>Right edge of all but the AI label.</summary>
        public double Right => Texts.Where(t => t.Key != LayoutRole.AiLabel).Select(t => t.Value.Box.Right).Append(LogoBox.Right).Max();
    }

    // Of small print within the text's column.
    private const int MostLines = 3;

    /// <summary>Width over height from which height is what a banner lacks.</summary>
    public const double LowRatio = 2.2;

    /// <summary>Null where not everything fits.</summary>
    public static Placed? Place(LayoutContent content, Box column, Box area, Furniture.Corner corner)
    {
        var (canvas, margin) = (content.Canvas, LayoutRules.Margin(content.Canvas));
        var inRows = canvas.Ratio > LowRatio;
        var label = Furniture.Label(content.Texts[LayoutRole.AiLabel], corner, area);
        var labelInColumn = label.Box.Grow(margin * 0.5).Overlaps(column);
        var logoRoom = labelInColumn && corner.Y < 0 ? column.Width - label.Box.Width - margin : column.Width;
        if (Furniture.Logo(content, (inRows ? 0.13 : Furniture.LogoHeight) * canvas.ShortSide, Math.Min(logoRoom, 0.75 * column.Width), 0.34 * area.Height) is not { } logo)
        {
            return null;
        }

        var logoX = labelInColumn && corner is { X: < 0, Y: < 0 } ? column.Right - logo.Width : column.X;
        var logoBox = new Box(logoX, area.Y, logo.Width, logo.Height);
        var top = logoBox.Bottom + Math.Max(0.5 * margin, logo.Logo.ClearSpace * logo.Height);
        var bottom = area.Bottom;
        if (labelInColumn)
        {
            (top, bottom) = corner.Y < 0 ? (Math.Max(top, label.Box.Bottom + (0.4 * margin)), bottom) : (top, label.Box.Y - (0.4 * margin));
        }

        var texts = new Dictionary<LayoutRole, PlacedText> { [LayoutRole.AiLabel] = label };
        var floor = (double)canvas.Height;
        if (content.Texts.TryGetValue(LayoutRole.Disclaimer, out var small))
        {
            if (SmallPrint(small, column, area, label.Box, corner, bottom, margin) is not { } print)
            {
                return null;
            }

            texts[LayoutRole.Disclaimer] = print;
            bottom = print.Box.Y - (0.6 * margin);
            floor = print.Box.Right > column.Right || print.Box.X < column.X ? bottom : floor;
        }

        if (Words(content, column.Width, bottom - top, inRows) is not { } words)
        {
            return null;
        }

        // Optical centre: a little above the middle.
        var y = top + (0.46 * (bottom - top - words.Height));
        words.PutLeft(texts, column.X, y);
        return new Placed(texts, logo.Logo, logoBox, words.Width, labelInColumn, floor);
    }

    private static ColumnPacker.Stack? Words(LayoutContent content, double width, double room, bool inRows)
    {
        var roles = ReadingOrder.Present(content, ReadingOrder.Roles);
        var low = content.Texts[LayoutRole.Headline].MinSize;
        var high = Math.Max(low, (inRows ? 0.36 : 0.22) * content.Canvas.ShortSide);
        return room > 0 && ColumnPacker.Largest(low, high, s => ColumnPacker.At(roles, s, width, inRows) is { } stack && stack.Height <= room) is { } headline
            ? ColumnPacker.At(roles, headline, width, inRows)
            : null;
    }

    // Long small print runs below the hero too, rather than pile up in the column and push out what sells.
    private static PlacedText? SmallPrint(TextContent content, Box column, Box area, Box label, Furniture.Corner corner, double bottom, double margin)
    {
        var inColumn = TextBlock.Fit(LayoutRole.Disclaimer, content, 0, column.Width);
        if (inColumn is not { } narrow || narrow.Setting.Lines.Length > MostLines)
        {
            var beside = corner.Y > 0 ? label.Width + margin : 0;
            var wide = area with { X = corner is { X: < 0, Y: > 0 } ? area.X + beside : area.X, Width = area.Width - beside };
            if (TextBlock.Fit(LayoutRole.Disclaimer, content, 0, wide.Width) is { } sized && (inColumn is null || sized.Height < 0.8 * inColumn.Value.Height))
            {
                return new PlacedText(new Box(wide.X, area.Bottom - sized.Height, sized.Width, sized.Height), sized.Size, sized.Setting, 0);
            }
        }

        return inColumn is { } fits
            ? new PlacedText(new Box(column.X, bottom - fits.Height, fits.Width, fits.Height), fits.Size, fits.Setting, 0)
            : null;
    }
}
