using Creative.Core.Imaging;
using Creative.Core.Tests.Samples;
using Creative.Core.Typography;
using Xunit;

namespace Creative.Core.Tests.Typography;

public sealed class TypesetterTests
{
    private static readonly TextStyle Plain = new(new FontFace("Noto Sans SC", 900), new FontFace("Montserrat", 800), 1.2, 0, 1, 3);
    private readonly Typesetter _typesetter = new(new InstalledFamilies());

    [Fact]
    public void Fewest_lines_come_first_and_each_setting_is_narrower()
    {
        var settings = _typesetter.Set("天天有惊喜周周有好礼", Plain, []);

        Assert.Equal([1, 2, 3], settings.Select(s => s.Lines.Length));
        Assert.True(settings[0].Width > settings[1].Width && settings[1].Width > settings[2].Width);
        Assert.True(settings[2].Height > settings[1].Height);
    }

    [Fact]
    public void Explicit_breaks_are_kept_unless_there_is_one_line()
    {
        Assert.Equal(2, _typesetter.Set("上\n下", Plain, [])[0].Lines.Length);

        var single = Assert.Single(_typesetter.Set("上\n下", Plain with { MaxLines = 1 }, []));
        Assert.Equal("上 下", string.Concat(single.Lines[0].Segments.Select(s => s.Text)));
    }

    [Fact]
    public void A_joined_setting_comes_first_where_the_style_allows_it()
    {
        var settings = _typesetter.Set("上面\n下面", Plain with { MayJoin = true }, []);

        Assert.Equal("上面 下面", string.Concat(settings[0].Lines.Single().Segments.Select(s => s.Text)));
        Assert.Equal(2, settings[1].Lines.Length);
    }

    [Theory]
    [InlineData("领18%权益", "领|18|%|权益", "1|1.5|0.99|1")]
    [InlineData("最高 ¥888", "最高 |¥|888", "1|0.99|1.5")]
    [InlineData("基准 2.60%–3.10%", "基准 |2.60|%–|3.10|%", "1|1.5|0.99|1.5|0.99")]
    [InlineData("From $1 a day", "From |$|1| a day", "1|0.99|1.5|1")]
    public void Digits_are_set_larger_and_their_units_smaller(string text, string parts, string scales)
    {
        var line = _typesetter.Set(text, Plain with { NumberScale = 1.5, MaxLines = 1 }, [])[0].Lines[0];

        Assert.Equal(parts.Split('|'), line.Segments.Select(s => s.Text));
        Assert.Equal(scales.Split('|'), line.Segments.Select(s => s.Scale.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(line.Segments, s => Assert.Equal(s.IsNumber ? "Montserrat" : "Noto Sans SC", s.Face.Family));
    }

    [Theory]
    [InlineData("近一年 +3.5%", "+|3.5|%", Trend.Rising)]
    [InlineData("指数上涨 12%", "上涨 |12|%", Trend.Rising)]
    [InlineData("成本 ↓20%", "↓|20|%", Trend.Falling)]
    [InlineData("今日-1.2%", "-|1.2|%", Trend.Falling)]
    [InlineData("下跌了5%", "下跌了|5|%", Trend.Falling)]
    [InlineData("3.5%↑", "3.5|%|↑", Trend.Rising)]
    public void A_figure_that_tells_of_a_rise_or_a_fall_is_known_as_one(string text, string parts, Trend trend)
    {
        var line = _typesetter.Set(text, Plain with { NumberScale = 1.5, MaxLines = 1 }, [])[0].Lines[0];

        Assert.Equal(parts.Split('|'), line.Segments.Where(s => s.Trend == trend).Select(s => s.Text));
        Assert.All(line.Segments, s => Assert.True(s.Trend == trend || s.Trend == Trend.None));
    }

    [Theory]
    [InlineData("满100-20")]
    [InlineData("2.60%–3.10%")]
    [InlineData("5-6轮")]
    public void A_range_or_a_sum_tells_of_neither(string text) =>
        Assert.All(_typesetter.Set(text, Plain with { NumberScale = 1.5, MaxLines = 1 }, [])[0].Lines[0].Segments, s => Assert.Equal(Trend.None, s.Trend));

    [Fact]
    public void Digits_inside_a_word_are_part_of_it() =>
        Assert.DoesNotContain(_typesetter.Set("R2级", Plain with { NumberScale = 1.5, MaxLines = 1 }, [])[0].Lines[0].Segments, s => s.IsNumber);

    [Fact]
    public void Where_Chinese_meets_letters_without_a_space_a_little_is_left()
    {
        var line = _typesetter.Set("用QDII买", Plain with { MaxLines = 1 }, [])[0].Lines[0];

        Assert.Equal(["用", "QDII", "买"], line.Segments.Select(s => s.Text));
        Assert.Equal([0, 1.12, 5.24], line.Segments.Select(s => Math.Round(s.X, 6)));
    }
}
