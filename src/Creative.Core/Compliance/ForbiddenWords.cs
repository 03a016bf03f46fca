using Creative.Core.Briefs;

namespace Creative.Core.Compliance;

/// <summary>A brand's own words that it does not use, found the way the copy rules find theirs: through disguises, Latin words only whole.</summary>
public static class ForbiddenWords
{
    /// <summary>The words that stand in a text, in the order of the list.</summary>
    /// <param name="data">For the normalisation of both.</param>
    public static IEnumerable<string> In(string text, IReadOnlyCollection<string> words, CopyRuleData data)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(data);
        var comparable = words.Count == 0 ? "" : data.Comparable(text).Text;
        return words.Where(word => data.Comparable(word).Text is { Length: > 0 } wanted && Stands(wanted, comparable));
    }

    private static bool Stands(string word, string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - word.Length + 1)).Any(at => WordFinder.Stands(word, text, at));
}
