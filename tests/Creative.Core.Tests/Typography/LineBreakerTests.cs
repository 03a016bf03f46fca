using Creative.Core.Typography;
using Xunit;

namespace Creative.Core.Tests.Typography;

public sealed class LineBreakerTests
{
    [Theory]
    [InlineData("省的不止一点点！", "省的|不止|一|点|点！")]
    [InlineData("（限新客）最高88元", "（限|新|客）|最高|88元")]
    [InlineData("18% 权益", "18% |权|益")]
    [InlineData("Save smarter, every day", "Save |smarter, |every |day")]
    [InlineData("业绩比较基准 3.5%", "业|绩|比|较|基|准 |3.5%")]
    public void Text_is_cut_where_a_line_may_end(string text, string pieces) =>
        Assert.Equal(pieces.Split('|'), LineBreaker.Pieces(text, []));

    [Fact]
    public void House_words_stay_whole() =>
        Assert.Equal("存|进|小金库", string.Join('|', LineBreaker.Pieces("存进小金库", ["小金库"])));

    [Theory]
    [InlineData("18权益日 省的不止一点点", 2, "18权益日", "省的不止一点点")]
    [InlineData("稳健一点，走得更远", 2, "稳健一点，", "走得更远")]
    [InlineData("Save smarter, every single day", 2, "Save smarter,", "every single day")]
    public void Lines_end_where_the_text_pauses(string text, int lines, params string[] expected)
    {
        var pieces = LineBreaker.Pieces(text, []);
        var widths = pieces.Select(p => p.Sum(c => c >= 0x2E80 ? 1.0 : 0.55)).ToArray();

        Assert.Equal(expected, LineBreaker.Balanced(pieces, widths, lines)[lines - 1]);
    }

    [Fact]
    public void No_line_starts_with_a_closing_mark_or_ends_with_an_opening_one()
    {
        const string Text = "“开门红”来了，满100减20（限新客），先到先得！";
        var pieces = LineBreaker.Pieces(Text, []);
        var widths = pieces.Select(p => (double)p.Length).ToArray();
        foreach (var setting in LineBreaker.Balanced(pieces, widths, 9))
        {
            Assert.Equal(Text, string.Concat(setting));
            Assert.DoesNotContain(setting, line => "，。！）”".Contains(line[0]) || "（“".Contains(line[^1]));
        }
    }
}
