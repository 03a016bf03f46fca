using System.Xml.Linq;
using Creative.Contract.V1;
using Creative.Labeling.Charts;

namespace Creative.Labeling.Tests.Charts;

public sealed class ChartTests
{
    private static readonly WhiskerRow Known = new("Shape <b>", new Interval(0.5, 0.25, 0.75, 40));

    [Fact]
    public void What_is_not_defined_is_said_and_never_drawn_as_zero()
    {
        var chart = WhiskerChart.Draw("t", "s", [new WhiskerRow("Hue", new Interval(null, null, null, 3)), Known], (0, 1), [], "undefined");
        Assert.Single(chart.Descendants(), shape => shape.Name.LocalName == "circle");
        Assert.Contains("undefined", TextsOf(chart));
        Assert.Contains("n = 3", TextsOf(chart));
    }

    [Fact]
    public void Whiskers_reach_from_the_low_to_the_high_end_and_the_dot_lies_between()
    {
        var chart = WhiskerChart.Draw("t", "s", [Known], (0, 1), [], "undefined");
        var whisker = chart.Descendants().First(shape => Kind(shape).StartsWith("whisker", StringComparison.Ordinal));
        var dot = chart.Descendants().Single(shape => shape.Name.LocalName == "circle");
        var (low, high, at) = (Number(whisker, "x1"), Number(whisker, "x2"), Number(dot, "cx"));
        Assert.Equal((low + high) / 2, at, 0.11);
        var grid = chart.Descendants().Where(shape => Kind(shape) == "grid").Select(line => Number(line, "x1")).ToList();
        Assert.Equal((grid[^1] - grid[0]) / 2, high - low, 0.2);
    }

    [Fact]
    public void A_name_is_text_and_not_markup()
    {
        var written = WhiskerChart.Draw("t", "s", [Known], (0, 1), [], "undefined").ToString();
        Assert.Contains("Shape &lt;b&gt;", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_are_as_high_as_their_counts()
    {
        DayCount[] days = [new() { Day = "2026-11-20", Judged = 10 }, new() { Day = "2026-11-21" }, new() { Day = "2026-11-22", Judged = 40 }];
        var heights = BarChart.Draw("t", "s", days).Descendants().Where(shape => Kind(shape) == "bar").Select(bar => Number(bar, "height")).ToList();
        Assert.Equal(0, heights[1]);
        Assert.Equal(4, heights[2] / heights[0], 0.05);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0)]
    public void Names_of_lines_that_end_together_do_not_overlap_and_stay_inside(double end)
    {
        LineSeries[] series = [.. Enumerable.Range(0, 3).Select(i => new LineSeries($"{i}.0.0", [("2026-11-22", new Interval(end + i * 0.01, null, null, 9))]))];
        var chart = LineChart.Draw("t", "s", series, "nothing", day => day[5..]);
        var places = chart.Descendants().Where(shape => Kind(shape).StartsWith("name", StringComparison.Ordinal)).Select(name => Number(name, "y")).Order().ToList();
        Assert.Equal(3, places.Count);
        Assert.InRange(places[^1], 0, chart.Descendants().Where(shape => Kind(shape) == "grid").Max(line => Number(line, "y1")) + 4.1);
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 15.9));
    }

    [Fact]
    public void A_chart_by_itself_has_its_styles_and_parses_as_svg()
    {
        var file = Svg.Standalone(BarChart.Draw("t", "s", []), ".bar{fill:red}");
        Assert.Equal("{http://www.w3.org/2000/svg}svg", XDocument.Parse(file.ToString()).Root!.Name.ToString());
        Assert.Contains(".bar{fill:red}", file.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(7, 2, 8)]
    [InlineData(40, 10, 40)]
    [InlineData(41, 20, 60)]
    public void Scales_end_on_round_numbers(double most, double step, double end)
    {
        var scale = LinearScale.FromZero(most, 0, 100);
        Assert.Equal(end, scale.High);
        var ticks = scale.Ticks(least: 1).ToList();
        Assert.Equal((0, end), (ticks[0], ticks[^1]));
        Assert.All(ticks.Zip(ticks.Skip(1)), pair => Assert.Equal(step, pair.Second - pair.First, 1e-9));
    }

    [Fact]
    public void A_table_quotes_what_must_be_and_lets_no_formula_through()
    {
        var table = new CsvTable(["name", "value"], [["a,\"b\"", 0.5], ["=1+1", null], ["中文", 3L]]);
        Assert.Equal("name,value\r\n\"a,\"\"b\"\"\",0.5\r\n'=1+1,\r\n中文,3\r\n", table.ToString());
    }

    private static IEnumerable<string> TextsOf(XElement chart) => chart.Descendants().Where(shape => shape.Name.LocalName == "text").Select(text => text.Value);

    private static string Kind(XElement shape) => (string?)shape.Attribute("class") ?? "";

    private static double Number(XElement shape, string name) => (double)shape.Attribute(name)!;
}
