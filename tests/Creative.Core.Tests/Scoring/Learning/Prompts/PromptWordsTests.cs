using Creative.Core.Scoring.Learning.Prompts;
using Xunit;

namespace Creative.Core.Tests.Scoring.Learning.Prompts;

public sealed class PromptWordsTests
{
    [Fact]
    public void The_words_of_the_first_part_stand_alone_and_further_parts_are_whole()
    {
        var whole = PromptWords.Count("rose gold coin, square hole, top view");
        float[] sum = [.. new[] { "rose", "gold", "coin", "x, square hole", "x, top view" }.Select(PromptWords.Count).Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)])];
        var alone = PromptWords.Count("x");

        // Each of the five brings what all prompts have, and two of them the x.
        Assert.Equal(whole.Skip(1), sum.Zip(alone, (all, x) => all - (2 * x)).Skip(1));
        Assert.Equal(PromptWords.Length, whole.Length);
    }

    [Theory]
    [InlineData("Gold COIN,  star ,", "gold coin, star")]
    [InlineData("coin gold, star", "gold coin, star")]
    [InlineData("gold coin, star, front view", "gold coin, front view, star")]
    public void Case_blanks_and_order_make_no_difference(string one, string other) => Assert.Equal(PromptWords.Count(one), PromptWords.Count(other));

    [Fact]
    public void Different_prompts_differ()
    {
        string[] prompts = ["gold coin, star", "gold coin, square hole", "silver coin, star", "gold coin", "", "金 币"];

        Assert.Equal(prompts.Length, prompts.Select(prompt => string.Join(' ', PromptWords.Count(prompt))).Distinct().Count());
        Assert.All(prompts, prompt => Assert.Equal(3, PromptWords.Count(prompt)[0]));
    }

    [Fact]
    public void A_very_long_prompt_counts_as_its_first_words()
    {
        var first = string.Join(' ', Enumerable.Range(0, 64).Select(i => $"word{i}"));

        Assert.Equal(PromptWords.Count(first), PromptWords.Count(first + string.Concat(Enumerable.Repeat(" more", 100_000))));
    }
}
