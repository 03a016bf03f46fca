using System.Collections.Immutable;
using Creative.Core.Concepts;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Xunit;

namespace Creative.Core.Tests.Concepts;

public sealed class PromptBuilderTests
{
    private static readonly ElementVocabulary Vocabulary = new(
        "{hue} {noun}, {variant}, {view}, {light}", ["packet", "gift box"],
        new Dictionary<string, ImmutableArray<string>> { ["packet"] = ["plain", "with coins"], ["gift box"] = ["single bow"] }.ToImmutableSortedDictionary(),
        new Dictionary<string, ImmutableArray<string>> { ["packet"] = ["purple", "red"], ["gift box"] = ["red", "blue"] }.ToImmutableSortedDictionary(),
        ["three-quarter view", "front view"], ["warm light", "cool light"], [], 12, 2, "dpmpp_2m");

    private readonly PromptBuilder _builder = new(Vocabulary);

    [Fact]
    public void Everything_that_was_left_open_is_filled_in() =>
        Assert.Equal("red packet, with coins, front view, cool light", _builder.Write("red packet", Colour.White, 1, 1, "cool light"));

    [Theory]
    [InlineData("#c81e1e", "blue gift box, single bow, three-quarter view, warm light")]
    [InlineData("#f4f4f8", "red gift box, single bow, three-quarter view, warm light")]
    public void A_hue_that_would_drown_in_the_ground_is_not_chosen(string ground, string prompt) =>
        Assert.Equal(prompt, _builder.Write("gift box", Colour.Parse(ground), 0, 0, "moonlight"));

    [Fact]
    public void A_texture_is_written_with_its_own_views_and_is_never_a_hero()
    {
        var builder = new PromptBuilder(Vocabulary with
        {
            Classes = [.. Vocabulary.Classes, "background"],
            Variants = Vocabulary.Variants.Add("background", ["silk folds"]),
            Hues = Vocabulary.Hues.Add("background", ["red", "blue"]),
            ClassViews = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("background", ["front view"]),
            Textures = ["background"],
        });

        Assert.Equal("blue background, silk folds, front view, warm light", builder.Write("blue background", Colour.White, 0, 0, "warm light"));
        Assert.Null(builder.ClassOf("blue background"));
    }

    [Fact]
    public void What_the_model_cannot_paint_is_an_error_that_says_what_it_can()
    {
        Assert.Null(_builder.ClassOf("unicorn"));
        var error = Assert.Throws<ArgumentException>(() => _builder.Write("unicorn", Colour.White, 0, 0, "warm light"));
        Assert.Contains("packet, gift box", error.Message, StringComparison.Ordinal);
    }
}
