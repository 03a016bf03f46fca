using System.Collections.Frozen;
using System.Text.Json;

namespace Creative.Labeling.Texts;

/// <summary>Everything that the app says, by locale and key. A test holds that every locale has the same keys and placeholders.</summary>
public sealed class TextCatalog
{
    /// <value>In the order in which they are offered.</value>
    public static IReadOnlyList<string> Locales { get; } = ["zh-CN", "en"];

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _byLocale =
        Locales.ToFrozenDictionary(locale => locale, Read);

    /// <param name="locale">One of <see cref="Locales"/>.</param>
    public IReadOnlyDictionary<string, string> Of(string locale) => _byLocale[locale];

    private static FrozenDictionary<string, string> Read(string locale)
    {
        using var file = typeof(TextCatalog).Assembly.GetManifestResourceStream($"Texts/{locale}.json")
            ?? throw new InvalidOperationException($"Texts/{locale}.json is not in the program.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary();
    }
}
