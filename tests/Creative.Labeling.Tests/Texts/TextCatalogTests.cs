using System.Text.RegularExpressions;
using Creative.Labeling.Texts;
using Creative.Server.Tests.Hosting;

namespace Creative.Labeling.Tests.Texts;

public sealed partial class TextCatalogTests
{
    private readonly TextCatalog _catalog = new();

    [Fact]
    public void Every_language_says_everything_with_the_same_values()
    {
        var english = _catalog.Of("en");
        foreach (var texts in TextCatalog.Locales.Select(_catalog.Of))
        {
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal));
            Assert.All(texts, text => Assert.Equal(Values(english[text.Key]), Values(text.Value)));
            Assert.DoesNotContain(texts.Values, string.IsNullOrWhiteSpace);
        }
    }

    [Fact]
    public void Chinese_is_Chinese() => Assert.All(
        _catalog.Of("zh-CN").Where(text => !text.Key.StartsWith("role.U", StringComparison.Ordinal)),
        text => Assert.True(text.Value.Any(letter => letter is >= '\u4e00' and <= '\u9fff') || text.Value.Length < 4, $"{text.Key}: {text.Value}"));

    [Fact]
    public void Pages_and_modules_ask_for_texts_that_there_are()
    {
        var known = _catalog.Of("en");
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Creative.Labeling"), "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && Path.GetExtension(file) is ".cshtml" or ".js" or ".cs");
        var asked = sources.SelectMany(file => Asked().Matches(File.ReadAllText(file)).Select(match => (file, Key: match.Groups["key"].Value))).ToList();
        Assert.InRange(asked.Count, 100, 1000);
        Assert.DoesNotContain(asked, one => !known.ContainsKey(one.Key));
    }

    private static IEnumerable<string> Values(string text) => Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("""(?:\bT\[|T\.Say\(|texts\[|[tT]exts\.Say\(|view\.Texts\[|#?say\()["'](?<key>[a-z][A-Za-z.-]+)["']""")]
    private static partial Regex Asked();
}
