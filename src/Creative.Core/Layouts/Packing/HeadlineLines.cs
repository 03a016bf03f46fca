namespace Creative.Core.Layouts;

/// <summary>
/// A headline that keeps its lines whole reads better than one that is a little larger and broken once more. On low canvases,
/// where lines may be joined, size is worth more.
/// </summary>
internal static class HeadlineLines
{
    // How small it may be, over the largest that any breaking allows.
    private const double Worth = 0.88;

    /// <summary>The layout whose headline has the fewest lines and is still nearly as large as it could be; null when none can be built.</summary>
    /// <param name="build">Lays out content whose headline may only be broken in the ways that are left in it.</param>
    public static RepairedLayout? Prefer(CompositionFamily composition, LayoutContent content, Func<LayoutContent, RepairedLayout?> build)
    {
        var best = build(content);
        if (composition == CompositionFamily.Strip || content.Canvas.Ratio > SideColumn.LowRatio || best is null || !content.Texts.TryGetValue(LayoutRole.Headline, out var headline))
        {
            return best;
        }

        // Columns are chosen by other rules.
        var (size, lines) = (best.Texts[LayoutRole.Headline].Size, best.Texts[LayoutRole.Headline].Setting);
        for (var kept = ReferenceEquals(lines, headline.Vertical) ? 0 : headline.Settings.IndexOf(lines); kept > 0; kept--)
        {
            var variant = content with { Texts = content.Texts.SetItem(LayoutRole.Headline, headline with { Settings = headline.Settings[..kept] }) };
            if (build(variant) is not { } fewer || fewer.Texts[LayoutRole.Headline].Size < Worth * size)
            {
                break;
            }

            best = fewer;
        }

        return best;
    }
}
