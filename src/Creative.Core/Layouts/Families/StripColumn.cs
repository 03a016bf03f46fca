using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>The words of a strip, between logo and button: on one line, stacked, or with long small print beside them.</summary>
internal static class StripColumn
{
    // How much smaller a headline on one line may be than on two, and still be the better one.
    private const double OneLineWorth = 0.68;

    // How much larger the headline has to become for small print to stand beside it rather than under it.
    private const double BesideWorth = 1.15;

    // And for small print that stands beside it to take one line more.
    private const double MoreLinesWorth = 1.06;

    private const double UsedHeight = 0.94;

    /// <summary>The words at the largest headline that fits, or null.</summary>
    /// <param name="roles">The headline first.</param>
    /// <param name="isLine">The canvas is so low that a headline on one line looks calmer than on two.</param>
    public static ColumnPacker.Stack? Pack(IReadOnlyList<(LayoutRole Role, TextContent Content)> roles, Box column, CanvasSize canvas, bool isLine)
    {
        var stacked = Largest(roles, column, canvas);
        if (!isLine)
        {
            return stacked;
        }

        List<(LayoutRole, TextContent)> joined = [.. roles.Select(r => (r.Role, r.Role == LayoutRole.Headline ? r.Content with { Settings = [r.Content.Settings[0]] } : r.Content))];
        var best = Largest(joined, column, canvas) is { } line && line.HeadlineSize >= OneLineWorth * (stacked?.HeadlineSize ?? 0) ? line : stacked;
        return WithPrintBeside(roles, column, canvas) is { } beside && beside.HeadlineSize >= BesideWorth * (best?.HeadlineSize ?? 0) ? beside : best;
    }

    private static ColumnPacker.Stack? Largest(IReadOnlyList<(LayoutRole Role, TextContent Content)> roles, Box column, CanvasSize canvas)
    {
        var low = roles[0].Content.MinSize;
        return ColumnPacker.Largest(low, Math.Max(low, 0.46 * canvas.Height), s => ColumnPacker.At(roles, s, column.Width, rows: true) is { } stack && stack.Height <= UsedHeight * column.Height) is { } size
            ? ColumnPacker.At(roles, size, column.Width, rows: true)
            : null;
    }

    // Small print in a block of its own, right of the other words, in as many lines as leave those the most room.
    private static ColumnPacker.Stack? WithPrintBeside(IReadOnlyList<(LayoutRole Role, TextContent Content)> roles, Box column, CanvasSize canvas)
    {
        if (roles[^1] is not (LayoutRole.Disclaimer, var print))
        {
            return null;
        }

        ColumnPacker.Stack? best = null;
        foreach (var setting in print.Settings)
        {
            var block = TextBlock.At(LayoutRole.Disclaimer, print, setting, print.MinSize);
            var gap = 1.2 * print.MinSize;
            var room = column with { Width = column.Width - block.Width - gap };
            if (block.Height > column.Height || room.Width <= 0 || Largest([.. roles.SkipLast(1)], room, canvas) is not { } words || words.HeadlineSize < MoreLinesWorth * (best?.HeadlineSize ?? 0))
            {
                continue;
            }

            var height = Math.Max(block.Height, words.Height);
            best = new ColumnPacker.Stack(words.HeadlineSize,
            [
                .. words.Items.Select(item => item with { Y = item.Y + ((height - words.Height) / 2) }),
                new ColumnPacker.Packed(block, words.Width + gap, (height - block.Height) / 2),
            ]);
        }

        return best;
    }
}
