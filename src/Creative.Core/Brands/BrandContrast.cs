using System.Collections.Immutable;
using System.Globalization;
using Creative.Core.Briefs;
using Creative.Core.Concepts;

namespace Creative.Core.Brands;

/// <summary>Whether anything can be read in a brand's own colours (WCAG 2.1 contrast).</summary>
internal static class BrandContrast
{
    /// <summary>Between the two brand colours that differ most: what large text needs.</summary>
    private const double LeastOfAny = 3;

    /// <summary>Of ink on paper, which small text is set in.</summary>
    private const double LeastOfInk = 4.5;

    public static IEnumerable<FieldProblem> Problems(ImmutableSortedDictionary<string, BrandColour> colours)
    {
        var pairs =
            from a in colours
            from b in colours
            where string.CompareOrdinal(a.Key, b.Key) < 0
            select (First: a.Key, Second: b.Key, Ratio: Contrast.Ratio(a.Value.Value, b.Value.Value));
        if (colours.Count > 1 && pairs.MaxBy(pair => pair.Ratio) is { Ratio: < LeastOfAny } best)
        {
            yield return new FieldProblem("brand.colours", Plain(
                $"have no contrast: {best.First} and {best.Second} differ most, with {best.Ratio:0.00}:1; some two have to reach {LeastOfAny}:1"));
        }

        if (colours.TryGetValue("ink", out var ink) && colours.TryGetValue("paper", out var paper)
            && Contrast.Ratio(ink.Value, paper.Value) is < LeastOfInk and var ratio)
        {
            yield return new FieldProblem("brand.colours", Plain($"ink on paper has a contrast of {ratio:0.00}:1; {LeastOfInk}:1 is needed for small text"));
        }
    }

    private static string Plain(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
