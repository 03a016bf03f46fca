using Creative.Core.Typography.Words;
using Xunit;

namespace Creative.Core.Tests.Typography.Words;

public sealed class WordSegmenterTests
{
    [Theory]
    [InlineData("省的不止一点点", "省|的|不止|一点点")]
    [InlineData("研究生命起源", "研究|生命|起源")]
    [InlineData("天天有好礼", "天天|有|好礼")]
    [InlineData("龘", "龘")]
    public void The_likeliest_words_are_found(string text, string words) => Assert.Equal(words.Split('|'), Cut(text));

    [Fact]
    public void A_certain_word_wins_over_every_likelier_cut() => Assert.Equal(["放进", "小金库", "里"], Cut("放进小金库里", "小金库"));

    [Fact]
    public void The_list_holds_general_words_and_those_of_offers()
    {
        Assert.InRange(WordList.Chinese.Count, 38_000, 40_000);
        Assert.NotNull(WordList.Chinese.Bits("权益日"));
        Assert.NotNull(WordList.Chinese.Bits("风险"));
        Assert.Null(WordList.Chinese.Bits("日风"));
        Assert.True(WordList.Chinese.Bits("的") < WordList.Chinese.Bits("的确"));
    }

    private static IEnumerable<string> Cut(string text, params string[] certain)
    {
        var start = 0;
        foreach (var end in WordSegmenter.Ends(text, WordList.Chinese, certain))
        {
            yield return text[start..end];
            start = end;
        }
    }
}
