using Creative.Core.Briefs;
using Xunit;

namespace Creative.Core.Tests.Briefs;

public sealed class MoodReaderTests
{
    private static readonly MoodWords[] Table =
    [
        new("festive", ["热闹", "喜庆", "lively", "festive"]),
        new("premium", ["高端", "稳重", "calm", "premium"]),
        new("technological", ["科技", "未来感", "tech"]),
    ];

    [Theory]
    [InlineData("要热闹一点", "festive", "热闹 → festive")]
    [InlineData("Calm and premium, please", "premium", "Calm, premium → premium")]
    [InlineData("科技感，热闹，喜庆", "festive", "热闹, 喜庆 → festive")]
    public void Chooses_the_style_that_most_words_ask_for(string mood, string style, string reason)
    {
        var choice = MoodReader.Read(mood, Table)[0];

        Assert.Equal(style, choice.Style);
        Assert.Equal(reason, choice.Reason, ignoreCase: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("随便")]
    [InlineData("biotech")]
    public void Chooses_nothing_when_no_word_is_known(string mood) => Assert.Empty(MoodReader.Read(mood, Table));

    [Fact]
    public void Breaks_a_tie_by_what_was_said_first() =>
        Assert.Equal(["technological", "festive"], MoodReader.Read("科技又热闹", Table).Select(choice => choice.Style));
}
