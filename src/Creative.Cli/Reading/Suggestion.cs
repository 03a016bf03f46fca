namespace Creative.Cli.Reading;

/// <summary>What someone probably meant.</summary>
internal static class Suggestion
{
    private const int Listed = 12;

    public static string For(string word, IEnumerable<string> known)
    {
        var names = known.ToList();
        var nearest = names.MinBy(name => Distance(word, name));
        return nearest is not null && Distance(word, nearest) <= Math.Max(1, word.Length / 3)
            ? $"did you mean \"{nearest}\"?"
            : $"known: {string.Join(", ", names.Take(Listed))}{(names.Count > Listed ? ", …" : "")}";
    }

    /// <summary>Levenshtein's edit distance, letters compared without case.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}
