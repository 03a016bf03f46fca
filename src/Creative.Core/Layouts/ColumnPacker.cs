using System.Collections.Immutable;

namespace Creative.Core.Layouts;

/// <summary>Stacks texts in columns and finds the largest headline with which everything still fits.</summary>
internal static class ColumnPacker
{
    /// <summary>Texts of one column, top to bottom, sized for a headline of <see cref="HeadlineSize"/> pixels.</summary>
    public sealed record Stack(double HeadlineSize, ImmutableArray<SizedText> Items, ImmutableArray<double> GapsBefore)
    {
        public double Height => Items.Sum(i => i.Height) + GapsBefore.Sum();

        public double Width => Items.Length == 0 ? 0 : Items.Max(i => i.Width);
    }

    /// <summary>The column at one headline size, or null when a text is too wide.</summary>
    public static Stack? At(IReadOnlyList<(LayoutRole Role, TextContent Content)> column, double headlineSize, double maxWidth)
    {
        var items = ImmutableArray.CreateBuilder<SizedText>(column.Count);
        var gaps = ImmutableArray.CreateBuilder<double>(column.Count);
        foreach (var (role, content) in column)
        {
            if (TextBlock.Fit(role, content, headlineSize, maxWidth) is not { } sized)
            {
                return null;
            }

            gaps.Add(items.Count == 0 ? 0 : Gap(items[^1], sized));
            items.Add(sized);
        }

        return new Stack(headlineSize, items.ToImmutable(), gaps.ToImmutable());
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
            _ => 0.34 * larger,
        };
        return Math.Max(3, above.Role == LayoutRole.Benefit ? Math.Max(gap, 0.8 * smaller) : gap);
    }
}
