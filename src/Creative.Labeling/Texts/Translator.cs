using Creative.Contract.V1;

namespace Creative.Labeling.Texts;

/// <summary>Says things in one language.</summary>
/// <param name="Locale">One of <see cref="TextCatalog.Locales"/>.</param>
/// <param name="Texts">Sentence by key; "{name}" stands for a value.</param>
public sealed record Translator(string Locale, IReadOnlyDictionary<string, string> Texts)
{
    /// <exception cref="KeyNotFoundException">There is no such text: a mistake in the program.</exception>
    public string this[string key] => Texts[key];

    /// <summary>The text with values in the places of their names.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var text = Texts[key];
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", $"{value}", StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>What the data say in this language; in English where they lack it.</summary>
    public string Of(LocalText text) =>
        text is null ? "" : text.ByLocale.TryGetValue(Locale, out var own) ? own : text.ByLocale.TryGetValue("en", out var english) ? english : "";
}
