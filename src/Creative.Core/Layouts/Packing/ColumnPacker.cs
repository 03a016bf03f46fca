using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>Stacks texts in columns and finds the largest headline with which everything still fits.</summary>
internal static class ColumnPacker
{
    /// <summary>A text of a column and where its top left corner is, from that of the column, in pixels.</summary>
    public readonly record struct Packed(SizedText Text, double X, double Y);

    /// <summary>Texts of one column, top to bottom, sized for a headline of <see cref="HeadlineSize"/> pixels.</summary>
    public sealed record Stack(double HeadlineSize, ImmutableArray<Packed> Items)
    {
        public double Height => Items.Select(i => i.Y + i.Text.Height).DefaultIfEmpty(0).Max();

        public double Width => Items.Select(i => i.X + i.Text.Width).DefaultIfEmpty(0).Max();

        /// <summary>Width of the row that item <paramref name="index"/> stands in; most rows are one text.</summary>
        public double RowWidth(int index)
        {
            while (index + 1 < Items.Length && Items[index + 1].X > 0)
            {
                index++;
            }

            return Items[index].X + Items[index].Text.Width;
        }

        /// <summary>Stands its texts flush left, from a top left corner; words on a plate are centred on it.</summary>
        public void PutLeft(Dictionary<LayoutRole, PlacedText> texts, double x, double y)
        {
            foreach (var (item, dx, dy) in Items)
            {
                var align = item.Role is LayoutRole.CallToAction or LayoutRole.Benefit ? 0.5 : 0;
                texts[item.Role] = new PlacedText(new Box(x + dx, y + dy, item.Width, item.Height), item.Size, item.Setting, align);
            }
        }

        /// <summary>Stands its rows on a vertical axis, from <paramref name="y"/> downwards.</summary>
        public void PutCentred(Dictionary<LayoutRole, PlacedText> texts, double axis, double y)
        {
            for (var i = 0; i < Items.Length; i++)
            {
                var (item, dx, dy) = Items[i];
                texts[item.Role] = item.Centred(axis + dx + ((item.Width - RowWidth(i)) / 2), y + dy);
            }
        }
    }

    /// <summary>The column at one headline size, or null when a text is too wide.</summary>
    /// <param name="rows">True: a button, or short small print, stands beside the benefit where both fit in one row, so that a low canvas keeps its height for the headline.</param>
    public static Stack? At(IReadOnlyList<(LayoutRole Role, TextContent Content)> column, double headlineSize, double maxWidth, bool rows = false)
    {
        var items = ImmutableArray.CreateBuilder<Packed>(column.Count);
        var bottom = 0.0;
        foreach (var (role, content) in column)
        {
            if (rows && items.Count > 0 && items[^1] is { Text.Role: LayoutRole.Benefit } benefit
                && Companion(role, content, headlineSize, maxWidth - benefit.Text.Width - Beside(benefit.Text), benefit.Text) is { } companion)
            {
                var middle = benefit.Y + (Math.Max(benefit.Text.Height, companion.Height) / 2);
                items[^1] = benefit with { Y = middle - (benefit.Text.Height / 2) };
                items.Add(new Packed(companion, benefit.Text.Width + Beside(benefit.Text), middle - (companion.Height / 2)));
                bottom = middle + (Math.Max(benefit.Text.Height, companion.Height) / 2);
                continue;
            }

            if (TextBlock.Fit(role, content, headlineSize, maxWidth) is not { } sized)
            {
                return null;
            }

            var top = bottom + (items.Count == 0 ? 0 : Gap(items[^1].Text, sized));
            items.Add(new Packed(sized, 0, top));
            bottom = top + sized.Height;
        }

        return new Stack(headlineSize, items.ToImmutable());
    }

    /// <summary>Largest headline size in [low, high] for which <paramref name="fits"/> holds; null when not even low does.</summary>
    public static double? Largest(double low, double high, Func<double, bool> fits)
    {
        if (!fits(low))
        {
            return null;
        }

        if (fits(high))
        {
            return high;
        }

        while (high - low > 0.25)
        {
            var middle = (low + high) / 2;
            if (fits(middle))
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    // What may stand beside the benefit, at the size at which it does; null when it does not fit there.
    private static SizedText? Companion(LayoutRole role, TextContent content, double headlineSize, double maxWidth, SizedText benefit)
    {
        const double Taller = 1.1;
        return role is LayoutRole.CallToAction or LayoutRole.Disclaimer && TextBlock.Fit(role, content, headlineSize, maxWidth) is { } sized
            && (role == LayoutRole.CallToAction || sized.Height <= Taller * benefit.Height)
            ? sized
            : null;
    }

    // Space follows size: what belongs together stands closer than what does not. A button closes the reading path
    // and gets air above it.
    private static double Gap(SizedText above, SizedText below)
    {
        var larger = Math.Max(above.Size, below.Size);
        var smaller = Math.Min(above.Size, below.Size);
        var gap = below.Role switch
        {
            LayoutRole.CallToAction => 0.9 * smaller,
            LayoutRole.Benefit => 0.75 * smaller,
            _ => 0.44 * larger,
        };
        return Math.Max(3, above.Role == LayoutRole.Benefit ? Math.Max(gap, 0.8 * smaller) : gap);
    }

    private static double Beside(SizedText benefit) => Math.Max(4, 0.8 * benefit.Size);
}
