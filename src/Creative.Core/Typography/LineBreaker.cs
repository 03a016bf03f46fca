using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Creative.Core.Typography.Words;

namespace Creative.Core.Typography;

/// <summary>
/// Cuts text into pieces that stay together on a line: words (Chinese ones by the word list), numbers with their units,
/// the brand's own words, and whatever <see cref="Kinsoku"/> holds together.
/// </summary>
public static class LineBreaker
{
    /// <summary>Pieces in order; a piece that ends a word of spaced script keeps its trailing space.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="keepWhole">Words that are never broken, such as 小金库.</param>
    public static ImmutableArray<string> Pieces(string text, IReadOnlyCollection<string> keepWhole)
    {
        var pieces = ImmutableArray.CreateBuilder<string>();
        var current = new StringBuilder();
        var elements = Elements(text);
        var glued = InsideHouseWords(elements, keepWhole);
        glued.UnionWith(InsideWords(elements, keepWhole));
        for (var i = 0; i < elements.Count; i++)
        {
            current.Append(elements[i]);
            if (i + 1 == elements.Count || (Kinsoku.MayBreakBetween(elements[i], elements[i + 1]) && !glued.Contains(i + 1)))
            {
                pieces.Add(current.ToString());
                current.Clear();
            }
        }

        return pieces.ToImmutable();
    }

    private static List<string> Elements(string text)
    {
        var list = new List<string>(text.Length);
        var walker = StringInfo.GetTextElementEnumerator(text);
        while (walker.MoveNext())
        {
            list.Add(walker.GetTextElement());
        }

        return list;
    }

    private static HashSet<int> InsideHouseWords(List<string> elements, IReadOnlyCollection<string> keepWhole)
    {
        var glued = new HashSet<int>();
        foreach (var word in keepWhole)
        {
            var parts = Elements(word);
            for (var i = 0; parts.Count > 1 && i + parts.Count <= elements.Count; i++)
            {
                if (parts.SequenceEqual(elements.Skip(i).Take(parts.Count)))
                {
                    glued.UnionWith(Enumerable.Range(i + 1, parts.Count - 1));
                }
            }
        }

        return glued;
    }

    private static IEnumerable<int> InsideWords(List<string> elements, IReadOnlyCollection<string> keepWhole)
    {
        for (var start = 0; start < elements.Count; start++)
        {
            var end = start;
            while (end < elements.Count && Kinsoku.IsHan(elements[end]))
            {
                end++;
            }

            if (end - start > 1)
            {
                var ends = WordSegmenter.Ends(string.Concat(elements[start..end]), WordList.Chinese, keepWhole);
                foreach (var inside in Enumerable.Range(1, end - start - 1).Except(ends))
                {
                    yield return start + inside;
                }
            }

            start = end;
        }
    }
}
