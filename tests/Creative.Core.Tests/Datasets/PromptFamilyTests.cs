using Creative.Core.Datasets.Splits;
using Xunit;

namespace Creative.Core.Tests.Datasets;

public sealed class PromptFamilyTests
{
    private static readonly string[] Classes = ["coin", "gift box", "red packet", "gold bar", "rocket", "trophy"];
    private static readonly SplitShares Shares = new(Validation: 0.1, HoldOut: 0.2);

    [Theory]
    [InlineData("gold coin, front view, soft light", "front view, gold coin, soft light")]
    [InlineData("  Gold\tCOIN ,soft  light,, front view", "front view, gold coin, soft light")]
    [InlineData("gold coin, gold coin", "gold coin")]
    [InlineData("gold coin", "gold coin")]
    public void Is_the_prompt_without_case_spaces_and_order(string prompt, string family) => Assert.Equal(family, PromptFamily.Of(prompt, "coin"));

    [Fact]
    public void Tells_other_words_apart() =>
        Assert.NotEqual(PromptFamily.Of("gold coin, front view", "coin"), PromptFamily.Of("gold coin, side view", "coin"));

    [Theory]
    [InlineData("")]
    [InlineData(" , \n,")]
    public void Is_the_class_where_there_is_no_prompt(string prompt) => Assert.Equal("coin", PromptFamily.Of(prompt, "coin"));

    [Fact]
    public void A_share_takes_some_prompts_of_each_class_and_never_a_whole_one()
    {
        var splits = FamilySplits.Assign(Classes.SelectMany(kind => Prompts(kind, 60)), new Dictionary<string, string>(), Shares);

        Assert.All(Classes, kind =>
        {
            var counts = Prompts(kind, 60).CountBy(prompt => splits[prompt]).ToDictionary();
            Assert.InRange(counts[Splitting.HoldOut], 4, 22);
            Assert.InRange(counts[Splitting.Validation], 1, 15);
            Assert.InRange(counts[Splitting.Train], 30, 52);
        });
    }

    [Fact]
    public void Prompts_that_come_later_move_none_that_were_there()
    {
        var before = FamilySplits.Assign(Classes.SelectMany(kind => Prompts(kind, 10)), new Dictionary<string, string>(), Shares);
        var after = FamilySplits.Assign(Classes.SelectMany(kind => Prompts(kind, 300)), new Dictionary<string, string>(), Shares);

        Assert.All(before, split => Assert.Equal(split.Value, after[split.Key]));
    }

    private static IEnumerable<string> Prompts(string kind, int count) =>
        Enumerable.Range(0, count).Select(n => PromptFamily.Of($"{kind}, hue {n % 20}, {(n / 20 % 5 == 0 ? "front" : $"angle {n / 20}")} view", kind));
}
