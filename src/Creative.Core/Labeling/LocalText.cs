using System.Collections.Immutable;

namespace Creative.Core.Labeling;

/// <summary>A word or a sentence in each language of the app, by BCP 47 tag: "zh-CN", "en".</summary>
public sealed record LocalText(ImmutableSortedDictionary<string, string> ByLocale)
{
    /// <summary>The languages that every text has, the first being what others fall back to.</summary>
    public static ImmutableArray<string> Locales { get; } = ["zh-CN", "en"];

    /// <summary>In that language, or in the first one where it is missing.</summary>
    public string In(string locale) => ByLocale.TryGetValue(locale, out var text) ? text : ByLocale[Locales[0]];
}
