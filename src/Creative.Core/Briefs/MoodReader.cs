using System.Collections.Immutable;

namespace Creative.Core.Briefs;

/// <summary>The words of a mood that ask for a style, Chinese and English.</summary>
public sealed record MoodWords(string Style, ImmutableArray<string> Words);

/// <summary>A style that a mood asks for, and why: "热闹 → festive".</summary>
public sealed record StyleChoice(string Style, string Reason);

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
                .Select(group => new StyleChoice(group.Key, $"{Words(group.Select(hit => hit.Word))} → {group.Key}")),
        ];
    }

    private static string Words(IEnumerable<string> words) => string.Join(", ", words.Distinct(StringComparer.Ordinal));
}
