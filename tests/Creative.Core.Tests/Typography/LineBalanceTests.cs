using Creative.Core.Typography;
using Xunit;

namespace Creative.Core.Tests.Typography;

public sealed class LineBalanceTests
{
    [Theory]
    [InlineData("18权益日 省的不止一点点", 2, "18权益日", "省的不止一点点")]
    [InlineData("稳健一点，走得更远", 2, "稳健一点，", "走得更远")]
    [InlineData("Save smarter, every single day", 2, "Save smarter,", "every single day")]
    public void Lines_end_where_the_text_pauses(string text, int lines, params string[] expected)
    {
        var pieces = LineBreaker.Pieces(text, []);
        var widths = pieces.Select(p => p.Sum(c => c >= 0x2E80 ? 1.0 : 0.55)).ToArray();

        Assert.Equal(expected, LineBalance.Balanced(pieces, widths, lines)[lines - 1]);
    }

    [Fact]
    public void No_line_starts_with_a_closing_mark_or_ends_with_an_opening_one()
    {
        const string Text = "“开门红”来了，满100减20（限新客），先到先得！";
        var pieces = LineBreaker.Pieces(Text, []);
        var widths = pieces.Select(p => (double)p.Length).ToArray();
        foreach (var setting in LineBalance.Balanced(pieces, widths, 9))
        {
            Assert.Equal(Text, string.Concat(setting));
            Assert.DoesNotContain(setting, line => "，。！）”".Contains(line[0]) || "（“".Contains(line[^1]));
        }
    }

    [Theory]
    [InlineData("拆个红包拆出一年好心情", 3)]
    [InlineData("从合约、保证金到交割，十二节课讲清楚每一步", 4)]
    public void No_line_is_left_with_a_single_character(string text, int lines)
    {
        var pieces = LineBreaker.Pieces(text, []);
        var setting = LineBalance.Balanced(pieces, [.. pieces.Select(p => (double)p.Length)], lines)[^1];

        Assert.Equal(lines, setting.Length);
        Assert.All(setting, line => Assert.True(line.Count(char.IsLetterOrDigit) > 1, line));
    }
}
