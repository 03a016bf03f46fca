using Creative.Core.Imaging;
using Creative.Core.Tests.Samples;
using Creative.Core.Typography;
using Xunit;

namespace Creative.Core.Tests.Typography;

public sealed class VerticalTypesetterTests
{
    private static readonly TextStyle Style = new(new FontFace("Noto Serif SC", 700), new FontFace("Montserrat", 800), 1.2, 0, 1.2, 3);
    private readonly VerticalTypesetter _typesetter = new(new InstalledFamilies());

    [Fact]
    public void Lines_become_columns_from_right_to_left()
    {
        var setting = _typesetter.Set("墨要慢慢研\n钱要慢慢长", Style)!;
        var (first, second) = (setting.Lines[0].Segments[..5], setting.Lines[0].Segments[5..]);

        Assert.Equal("墨要慢慢研钱要慢慢长", string.Concat(setting.Lines[0].Segments.Select(s => s.Text)));
        Assert.True(first.Min(s => s.X) > second.Max(s => s.X));
        Assert.Equal(first.Select(s => s.Y), second.Select(s => s.Y));
        Assert.Equal(first.Select(s => s.Y).Order(), first.Select(s => s.Y));
        Assert.InRange(setting.Height, 4.9, 5.5);
        Assert.InRange(setting.Width, 2.1, 2.4);
    }

    [Fact]
    public void One_line_is_cut_where_it_pauses_and_the_mark_goes_to_the_upper_right()
    {
        var segments = _typesetter.Set("慢一点，稳一点", Style)!.Lines[0].Segments;

        Assert.Equal("慢一点，稳一点", string.Concat(segments.Select(s => s.Text)));
        Assert.True(segments[4].X < segments[0].X);
        Assert.True(segments[3].X > segments[2].X + 0.5);
        Assert.InRange(segments[3].Y - segments[2].Y, 0.4, 0.6);
    }

    [Fact]
    public void A_short_figure_stands_in_one_cell()
    {
        var segments = _typesetter.Set("18权益日", Style)!.Lines[0].Segments;

        Assert.Equal(["18", "权", "益", "日"], segments.Select(s => s.Text));
        Assert.True(segments[0].Scale <= 0.5 && segments[0].IsNumber);
    }

    [Theory]
    [InlineData("Small change")]
    [InlineData("满2000减20")]
    [InlineData("一个很长很长的标题放不进一列")]
    [InlineData("一\n二\n三\n四")]
    public void What_would_not_read_well_in_columns_is_not_set_so(string text) => Assert.Null(_typesetter.Set(text, Style));
}
