namespace Creative.Core.Briefs;

/// <summary>Finds words of a table in a text: longest first, Latin ones only whole.</summary>
internal static class WordFinder
{
    /// <summary>Every hit with its position, from left to right, without overlap.</summary>
    public static IEnumerable<(T Item, string Word, int Start)> Find<T>(string text, IEnumerable<(T Item, string Word)> table)
    {
        var byLength = table.OrderByDescending(entry => entry.Word.Length).ToList();
        for (var i = 0; i < text.Length;)
        {
            var hit = byLength.FindIndex(entry => Stands(entry.Word, text, i));
            if (hit < 0)
            {
                i++;
                continue;
            }

            yield return (byLength[hit].Item, byLength[hit].Word, i);
            i += byLength[hit].Word.Length;
        }
    }

    /// <summary>Whether a word is at an index; "pot" is not in "spotless".</summary>
    public static bool Stands(string word, string text, int at) =>
        string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
        && !(at > 0 && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(word[0]))
        && !(at + word.Length < text.Length && char.IsAsciiLetter(text[at + word.Length]) && char.IsAsciiLetter(word[^1]));
}
