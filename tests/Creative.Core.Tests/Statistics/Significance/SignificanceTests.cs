using Creative.Core.Statistics.Significance;
using Xunit;

namespace Creative.Core.Tests.Statistics.Significance;

public sealed class SignificanceTests
{
    [Fact]
    public void McNemar_counts_pairs_that_differ()
    {
        var test = McNemar.Of(40, 20);

        Assert.Equal(.013489, test.TwoSided, 6);
        Assert.Equal(.006745, test.OneSided, 6);
        Assert.Equal(1, McNemar.Of(0, 0).TwoSided);
        Assert.Equal(1, McNemar.Of(7, 7).TwoSided);
        Assert.True(McNemar.Of(20, 40).OneSided > .99);
    }

    // R: wilcox.test(x, y, paired = TRUE, alternative = "greater") of its help page (Hollander and Wolfe 1973): V = 40, p = 0.01953
    [Fact]
    public void Wilcoxon_has_the_value_of_Hollander_and_Wolfe()
    {
        double[] x = [1.83, .50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30], y = [.878, .647, .598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
        var test = WilcoxonSignedRank.Of([.. x.Zip(y, (a, b) => a - b)]);

        Assert.Equal(40, test.Positive);
        Assert.Equal(.01953, test.Greater, 5);
        Assert.Equal(.03906, test.TwoSided, 5);
    }

    [Fact]
    public void Wilcoxon_with_ties_is_what_counting_all_signs_gives()
    {
        double[] differences = [1, 1, -1, 2, 2, 2, -3, 4, 0];
        double[] ranks = [2, 2, 2, 5, 5, 5, 7, 8];
        var test = WilcoxonSignedRank.Of(differences);
        var sums = Enumerable.Range(0, 256).Select(signs => ranks.Where((_, i) => (signs >> i & 1) == 1).Sum()).ToArray();

        Assert.Equal(27, test.Positive);
        Assert.Equal(8, test.Pairs);
        Assert.Equal(sums.Count(sum => sum >= 27) / 256.0, test.Greater, 12);
        Assert.Equal(sums.Count(sum => sum <= 27) / 256.0, test.Less, 12);
    }

    [Fact]
    public void Wilcoxon_by_the_normal_curve_goes_on_where_counting_ends()
    {
        var normal = WilcoxonSignedRank.Of([.. Enumerable.Range(1, 51).Select(i => (double)(i % 3 == 0 ? -i : i))]);

        // Counted: every sum of the ranks 1 to 51.
        Assert.InRange(normal.Greater, 0.027990 * .98, 0.027990 * 1.02);
        Assert.InRange(normal.Less, 0.972621 * .98, 0.972621 * 1.02);
    }

    [Fact]
    public void Without_differences_nothing_is_said() => Assert.Equal(1, WilcoxonSignedRank.Of([0, 0]).TwoSided);

    // R: p.adjust(c(.01, .04, .03, .005), "holm")
    [Fact]
    public void Holm_raises_each_chance_by_what_is_left_to_ask()
    {
        Assert.Equal([.03, .06, .06, .02], Holm.Adjust([.01, .04, .03, .005]).Select(chance => Math.Round(chance, 12)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Holm.Adjust([double.NaN]));
    }
}
