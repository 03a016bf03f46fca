using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Xunit;

namespace Creative.Core.Tests.Scenes;

public sealed class PathDataTests
{
    [Theory]
    [InlineData("M2 3L9 3 9 8 2 8Z", 2, 3, 7, 5)]
    [InlineData("m2,3h7v5h-7z", 2, 3, 7, 5)]
    [InlineData("M2 3H9V8H2V3", 2, 3, 7, 5)]
    [InlineData("M.5-.5L1.5.5.5.5", 0.5, -0.5, 1, 1)]
    [InlineData("M0 0C0 4 6 4 6 0S12-4 12 0", 0, -4, 12, 8)]
    [InlineData("M1e1 0l5 1", 10, 0, 5, 1)]
    [InlineData("", 0, 0, 0, 0)]
    public void Knows_the_box_around_its_control_points(string data, double x, double y, double width, double height) =>
        Assert.Equal(new Box(x, y, width, height), PathData.Parse(data).Bounds());

    [Fact]
    public void Turns_arcs_into_curves_that_stay_on_the_circle()
    {
        var bounds = PathData.Parse("M10 20a10 10 0 1 0 20 0a10 10 0 1 0-20 0Z").Bounds();
        Assert.Equal(10, bounds.X, 6);
        Assert.Equal(10, bounds.Y, 6);
        Assert.Equal(20, bounds.Width, 6);
        Assert.Equal(20, bounds.Height, 6);
    }

    [Fact]
    public void Reads_arc_flags_that_are_written_together() =>
        Assert.Equal(PathData.Parse("M0 0 A5 5 0 0 1 10 0").Bounds(), PathData.Parse("M0 0A5 5 0 0110 0").Bounds());

    [Fact]
    public void Turns_quadratic_curves_into_cubic_ones_of_the_same_shape()
    {
        var curve = PathData.Parse("M0 0Q3 6 6 0T12 0").Subpaths.Single().Curves;
        Assert.Equal(["2 4", "4 4", "6 0", "8 -4", "10 -4", "12 0"], curve.Select(point => $"{point.X:0.######} {point.Y:0.######}"));
    }

    [Theory]
    [InlineData("M0 0H7V5H0Z", true)]
    [InlineData("M0 0V5H7V0Z", true)]
    [InlineData("M0 0L7 0L7 5L0 5", true)]
    [InlineData("M0 0H7V5L1 5Z", false)]
    [InlineData("M0 0H7V5Z", false)]
    [InlineData("M0 0H7V5H0ZM1 1H2V2H1Z", false)]
    [InlineData("M0 0H7V5C5 6 3 4 0 5Z", false)]
    public void Knows_an_upright_rectangle(string data, bool rectangle) =>
        Assert.Equal(rectangle ? new Box(0, 0, 7, 5) : null, PathData.Parse(data).AsRectangle());

    [Theory]
    [InlineData("L1 1", 0)]
    [InlineData("M0 0 X", 5)]
    [InlineData("M0", 2)]
    [InlineData("M0 0Z1 1", 5)]
    [InlineData("M0 0A5 5 0 2 1 9 9", 11)]
    [InlineData("M0 1e999", 8)]
    public void Says_where_path_data_is_wrong(string data, int at) =>
        Assert.Contains($"character {at}.", Assert.Throws<FormatException>(() => PathData.Parse(data)).Message, StringComparison.Ordinal);
}
