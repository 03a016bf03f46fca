using System.Collections.Immutable;
using Creative.Core.Datasets.Export.Marks;
using Creative.Core.Datasets.Material;
using Creative.Core.Labeling;
using Xunit;

namespace Creative.Core.Tests.Datasets;

public sealed class MarkMaskTests
{
    private const int Width = 24;
    private const int Height = 40;

    private static readonly Mark Middle = new("shape", "warped", 0.5, 0.5, 0.1);

    [Fact]
    public void Says_which_share_of_the_raters_marked_a_pixel_each_counted_once()
    {
        var values = MarkMask.Values(Row([Middle, Middle with { Dimension = "hue" }], [Middle], []));

        // Radius 2.4 pixels around (12, 20): the 4 × 4 pixels around it.
        Assert.Equal(16, values.Count(value => value > 0));
        Assert.All(from y in Enumerable.Range(18, 4) from x in Enumerable.Range(10, 4) select values[(y * Width) + x], value => Assert.Equal(170, value));
    }

    [Fact]
    public void Is_black_where_nobody_marked_anything() => Assert.All(MarkMask.Values(Row([], [])), value => Assert.Equal(0, value));

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 1, 23, 39)]
    [InlineData(0.5, 0.99, 12, 39)]
    public void A_circle_too_small_for_a_pixel_has_the_one_of_its_centre(double x, double y, int column, int row)
    {
        var values = MarkMask.Values(Row([new Mark("shape", "warped", x, y, Mark.LeastRadius)]));

        Assert.Equal((row * Width) + column, Assert.Single(values.Index(), value => value.Item == 255).Index);
        Assert.Equal(255, values.Sum(value => value));
    }

    [Fact]
    public void The_same_marks_give_the_same_file() => Assert.Equal(MarkMask.Write(Row([Middle], [])), MarkMask.Write(Row([Middle], [])));

    private static DatasetRow Row(params Mark[][] raters)
    {
        var events = raters.Select((marks, n) => new RatingEvent($"{n}", "score", $"r-{n}", new Judgement(Verdict.Unusable, ImmutableSortedDictionary<string, int>.Empty, [.. marks])));
        var item = new RatedItem("0", "p", new string('0', 64), Width, Height, new ImageSource("coin", 1, "m", "1", "coin", "coin", ""), Gold: false, [.. events]);
        return new DatasetRow(item, "train", 0.1, ImmutableSortedDictionary<string, CorrectedScore>.Empty, raters.Length);
    }
}
