using System.Text.Json;
using Creative.Studio.Vocabulary;
using Xunit;

namespace Creative.Studio.Tests.Vocabulary;

public sealed class PromptReaderTests
{
    [Fact]
    public void Every_prompt_is_read_back()
    {
        var all =
            from shape in Elements.Shapes
            from look in Elements.LooksOf(shape.Class)
            from view in Elements.Views
            select new ElementAttributes(shape, look.Hue, view, look.Light, look.Material);

        Assert.All(all, attributes => Assert.Equal(attributes, PromptReader.Read(attributes.Prompt)));
    }

    [Fact]
    public void A_prompt_without_material_means_the_first()
    {
        var attributes = PromptReader.Read("rose gold coin, star, top view, cool light");

        Assert.Equal("glossy rose gold coin, star, top view, cool light", attributes.Prompt);
        Assert.Equal("rose gold coin, star, top view, cool light", attributes.PromptWithoutMaterial);
    }

    [Fact]
    public void Every_problem_is_named_at_once()
    {
        var (attributes, problems) = PromptReader.TryRead("mauve gift box, no bow, top view, moonlight");

        Assert.Null(attributes);
        Assert.Equal(3, problems.Length);
        Assert.Contains("hue 'mauve', expected one of red, orange", problems[0], StringComparison.Ordinal);
        Assert.Contains("variant 'no bow'", problems[1], StringComparison.Ordinal);
        Assert.Contains("light 'moonlight'", problems[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1 parts between commas")]
    [InlineData("gold coin", "1 parts between commas")]
    [InlineData("gold sausage, star, top view, cool light", "noun 'gold sausage'")]
    public void Other_texts_are_refused(string prompt, string says) =>
        Assert.Contains(says, Assert.Throws<FormatException>(() => PromptReader.Read(prompt)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_without_end_is_refused() =>
        Assert.Contains("at most", PromptReader.TryRead(new string(',', 100_000)).Problems[0], StringComparison.Ordinal);

    [Fact]
    public void The_words_are_those_of_the_shipped_model()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "elements-mini", "model.json")));
        var words = manifest.RootElement.GetProperty("prompts");
        var known = words.GetProperty("ids").EnumerateObject().Where(id => Elements.Classes.Any(kind => kind.Id == id.Value.GetString())).ToArray();

        Assert.True(known.Length >= 6);
        Assert.All(known, id =>
        {
            var kind = Elements.Classes.Single(kind => kind.Id == id.Value.GetString());
            Assert.Equal(kind.Noun, id.Name);
            Assert.Equal(kind.Variants, Words(words.GetProperty("variants").GetProperty(id.Name)));
            Assert.Equal(kind.Hues, Words(words.GetProperty("hues").GetProperty(id.Name)));
        });
        Assert.Equal(Elements.Views, Words(words.GetProperty("views")));
        Assert.Equal(Elements.Lights, Words(words.GetProperty("lights")));
    }

    private static IEnumerable<string> Words(JsonElement list) => list.EnumerateArray().Select(word => word.GetString()!);
}
