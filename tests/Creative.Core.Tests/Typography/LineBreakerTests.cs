using Creative.Core.Typography;
using Xunit;

namespace Creative.Core.Tests.Typography;

public sealed class LineBreakerTests
{
    [Theory]
    [InlineData("省的不止一点点！", "省的|不止|一点点！")]
    [InlineData("（限新客）最高88元", "（限|新客）|最高|88元")]
    [InlineData("18% 权益", "18% |权益")]
    [InlineData("Save smarter, every day", "Save |smarter, |every |day")]
    [InlineData("业绩比较基准 3.5%", "业绩|比较基准 |3.5%")]
    public void Text_is_cut_where_a_line_may_end(string text, string pieces) =>
        Assert.Equal(pieces.Split('|'), LineBreaker.Pieces(text, []));

    [Theory]
    [InlineData("先读懂期货的风险", "先|读懂|期货的|风险")]
    [InlineData("一年好心情", "一年|好心情")]
    [InlineData("从合约、保证金到交割", "从|合约、|保证金|到|交割")]
    public void Words_of_Chinese_stay_whole(string text, string pieces) =>
        Assert.Equal(pieces.Split('|'), LineBreaker.Pieces(text, []));

    [Theory]
    [InlineData("存进小金库", "小金库", "存|进|小金库")]
    [InlineData("稳享和赚系列", "和赚", "稳|享|和赚|系列")]
    public void House_words_stay_whole_whatever_the_list_says(string text, string word, string pieces) =>
        Assert.Equal(pieces, string.Join('|', LineBreaker.Pieces(text, [word])));
}
