using System.Collections.Immutable;

namespace Creative.Core.Briefs;

/// <summary>The words of a mood that ask for a style, Chinese and English.</summary>
public sealed record MoodWords(string Style, ImmutableArray<string> Words);

/// <summary>What led to a style.</summary>
public enum StyleOrigin
{
    /// <summary>The brief names it.</summary>
    Brief,

    /// <summary>Words of the brief's mood ask for it.</summary>
    Mood,

    /// <summary>The brand prefers it.</summary>
    Brand,

    /// <summary>Neither says anything: it is one of those that there are.</summary>
    House,
}

/// <summary>A style that may be chosen, and why: "热闹 → festive".</summary>
/// <param name="Origin">What led to it.</param>
/// <param name="Words">The words of the mood that did, as they stand there.</param>
public sealed record StyleChoice(string Style, string Reason, StyleOrigin Origin, ImmutableArray<string> Words);

/// <summary>Reads the mood of a brief.</summary>
public static class MoodReader
{
    /// <summary>Styles by number of different words that ask for them, then by what was said first; empty when nothing was understood.</summary>
    public static ImmutableArray<StyleChoice> Read(string mood, IEnumerable<MoodWords> table)
    {
        var hits = WordFinder.Find(mood, table.SelectMany(entry => entry.Words.Select(word => (entry.Style, word))));
        return
        [
            .. hits.GroupBy(hit => hit.Item, StringComparer.Ordinal)
                .OrderByDescending(group => group.DistinctBy(hit => hit.Word).Count())
                .ThenBy(group => group.Min(hit => hit.Start))
                .Select(group => Choice(group.Key, [.. group.Select(hit => hit.Word).Distinct(StringComparer.Ordinal)])),
        ];
    }

    private static StyleChoice Choice(string style, ImmutableArray<string> words) =>
        new(style, $"{string.Join(", ", words)} → {style}", StyleOrigin.Mood, words);
}
