using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Creative.Core.Briefs;
using Creative.Core.Concepts.Styles;

namespace Creative.Core.Explaining;

/// <summary>The sentences of explanations in one language, from phrases.json. "{0}" and so on are filled in.</summary>
public sealed class Phrases
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    private static readonly Lazy<FrozenDictionary<string, Phrases>> Loaded = new(Load);

    private readonly FrozenDictionary<string, CompositeFormat> _formats;

    private Phrases(string language, IEnumerable<KeyValuePair<string, ImmutableSortedDictionary<string, string>>> rows)
    {
        Language = language;
        _formats = rows.ToFrozenDictionary(row => row.Key, row => CompositeFormat.Parse(row.Value[language]), StringComparer.Ordinal);
    }

    public static ImmutableArray<string> Languages { get; } = [Chinese, English];

    /// <summary>Every key, in no order.</summary>
    public IEnumerable<string> Keys => _formats.Keys;

    public string Language { get; }

    /// <exception cref="KeyNotFoundException">There are no phrases in it.</exception>
    public static Phrases In(string language) => Loaded.Value[language];

    /// <summary>The language to use for people who read a locale: Chinese for "zh" and its kinds, else English.</summary>
    public static string LanguageOf(string locale) => locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : English;

    /// <exception cref="KeyNotFoundException">There is no such phrase.</exception>
    public string Say(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, _formats[key], values);

    /// <summary>The word for a role, rule or such; the id itself for one that came later than the phrases.</summary>
    public string Name(string kind, string id) => _formats.TryGetValue($"{kind}.{id}", out var format) ? string.Format(CultureInfo.InvariantCulture, format) : id;

    public string Style(string id) => StyleTable.Find(id) is { } style ? (Language == Chinese ? style.Identity.NameZh : style.Identity.NameEn) : id;

    /// <summary>An element class in the language: the first Chinese word that asks for it, or its English name.</summary>
    public string Element(string elementClass) => Language == Chinese
        ? SubjectWords.Default.Elements.FirstOrDefault(entry => entry.Element == elementClass)?.Words.FirstOrDefault(word => !Ascii.IsValid(word)) ?? elementClass
        : elementClass;

    public string List(IEnumerable<string> items) => string.Join(Language == Chinese ? "、" : ", ", items);

    private static FrozenDictionary<string, Phrases> Load()
    {
        using var stream = typeof(Phrases).Assembly.GetManifestResourceStream("Explaining/phrases.json")
            ?? throw new InvalidOperationException("Explaining/phrases.json is not embedded.");
        var rows = JsonSerializer.Deserialize(stream, PhrasesJson.Default.ImmutableSortedDictionaryStringImmutableSortedDictionaryStringString)
            ?? throw new InvalidOperationException("Explaining/phrases.json is empty.");
        return Languages.ToFrozenDictionary(language => language, language => new Phrases(language, rows), StringComparer.Ordinal);
    }
}

[JsonSerializable(typeof(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>))]
internal sealed partial class PhrasesJson : JsonSerializerContext;
