namespace Creative.Core.Typography.Words;

/// <summary>Cuts unspaced script into words.</summary>
public static class WordSegmenter
{
    /// <summary>
    /// The likeliest words: the path through the text whose words surprise least in sum (the unigram model of jieba, by
    /// dynamic programming over the graph of all words).
    /// </summary>
    /// <param name="text">One run of unspaced script.</param>
    /// <param name="words">Known words.</param>
    /// <param name="certain">Words that are taken wherever they stand, such as a brand's own.</param>
    /// <returns>Where words end: ascending, the last is the length of the text.</returns>
    public static IReadOnlyList<int> Ends(string text, WordList words, IReadOnlyCollection<string> certain)
    {
        var cost = new double[text.Length + 1];
        var start = new int[text.Length + 1];
        var longest = Math.Max(words.Longest, certain.Select(c => c.Length).DefaultIfEmpty(0).Max());
        for (var end = 1; end <= text.Length; end++)
        {
            cost[end] = double.PositiveInfinity;
            for (var length = 1; length <= Math.Min(longest, end); length++)
            {
                var from = end - length;
                var bits = certain.Contains(text[from..end]) ? 0 : words.Bits(text.AsSpan(from, length));
                if (bits is { } known && cost[from] + known < cost[end])
                {
                    (cost[end], start[end]) = (cost[from] + known, from);
                }
            }
        }

        var ends = new List<int>();
        for (var end = text.Length; end > 0; end = start[end])
        {
            ends.Add(end);
        }

        ends.Reverse();
        return ends;
    }
}
