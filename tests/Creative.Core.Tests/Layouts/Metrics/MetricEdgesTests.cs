using Creative.Core.Imaging;
using Creative.Core.Layouts.Metrics;
using Xunit;

namespace Creative.Core.Tests.Layouts.Metrics;

public sealed class MetricEdgesTests
{
    private static readonly CanvasSize Canvas = new(320, 50);

    [Fact]
    public void A_layout_without_a_pair_is_neither_overlapping_nor_misaligned()
    {
        MeasuredLayout[] lonely = [Of(new Box(10, 10, 100, 20)), Of()];

        Assert.All(new[] { MetricMode.Published, MetricMode.Corrected }, mode =>
        {
            Assert.Equal(0, PosterMetrics.Overlay(lonely, mode));
            Assert.Equal(0, PosterMetrics.NonAlignment(lonely, mode));
            Assert.Equal(0, LayoutGanMetrics.Alignment(lonely[1], mode).Sum());
        });
        Assert.Equal(0, CglMetrics.Alignment(lonely));
    }

    [Fact]
    public void One_aligned_pair_hides_a_stray_element_from_the_published_script_only()
    {
        var layout = Of(new Box(10, 5, 60, 8), new Box(10, 20, 90, 8), new Box(203, 31, 31, 13));

        Assert.Equal(0, PosterMetrics.NonAlignment([layout], MetricMode.Published));
        Assert.True(PosterMetrics.NonAlignment([layout], MetricMode.Corrected) > 0.005);
    }

    [Fact]
    public void The_best_matching_is_found_where_greed_fails()
    {
        // Greedy takes (0,0) = 8 and is left with 1; the best is 7 + 7.
        double[,] weights = { { 8, 7, 0 }, { 7, 1, 0 } };

        var found = Assignments(weights);

        Assert.Equal([(0, 1), (1, 0)], found.Order());
        Assert.Equal([(0, 1), (1, 0)], Assignments(Transposed(weights)).Select(m => (m.Column, m.Row)).Order());
    }

    [Fact]
    public void Layouts_of_different_elements_cannot_be_compared_by_maximum_iou()
    {
        var text = Of(new Box(10, 5, 60, 8));
        var logo = text with { Elements = [text.Elements[0] with { Class = ElementClass.Logo }] };

        Assert.Null(LayoutLikeness.MaximumIou(text, logo));
        Assert.Equal(1, LayoutLikeness.MaximumIou(text, text));
        Assert.Equal(0, LayoutLikeness.DocSim(text, logo));
    }

    [Fact]
    public void Text_on_a_flat_ground_is_readable()
    {
        var flat = new PixelPlane(new CanvasSize(24, 40), [.. Enumerable.Repeat(128.0, 960)]);

        Assert.Equal(0, ContentMetrics.Unreadability(flat, [new Box(2, 3, 18, 9)], [], MetricMode.Corrected));
        Assert.Equal(0, ContentMetrics.Unreadability(flat, [new Box(2, 3, 18, 9)], [], MetricMode.Published));
    }

    [Fact]
    public void Boxes_may_reach_beyond_the_picture()
    {
        var half = new PixelPlane(new CanvasSize(24, 40), [.. Enumerable.Range(0, 960).Select(i => i % 24 < 12 ? 1.0 : 0.0)]);

        Assert.Equal(0.5, ContentMetrics.Occlusion(half, [new Box(-5, -5, 100, 100)], MetricMode.Corrected), 1e-12);
        Assert.Equal(1, ContentMetrics.Utility(half, [new Box(11.6, -5, 100, 100)], MetricMode.Corrected), 1e-12);
    }

    [Fact]
    public void A_plane_holds_one_value_per_pixel() =>
        Assert.Throws<ArgumentException>(() => new PixelPlane(new CanvasSize(24, 40), new double[959]));

    private static MeasuredLayout Of(params Box[] boxes) => new(Canvas, [.. boxes.Select(b => new LayoutElement(ElementClass.Text, b))]);

    private static IEnumerable<(int Row, int Column)> Assignments(double[,] weights) =>
        Assignment.Best(weights.GetLength(0), weights.GetLength(1), (i, j) => weights[i, j]).Select(m => (m.Row, m.Column));

    private static double[,] Transposed(double[,] m)
    {
        var t = new double[m.GetLength(1), m.GetLength(0)];
        for (var i = 0; i < m.GetLength(0); i++)
        {
            for (var j = 0; j < m.GetLength(1); j++)
            {
                t[j, i] = m[i, j];
            }
        }

        return t;
    }
}
