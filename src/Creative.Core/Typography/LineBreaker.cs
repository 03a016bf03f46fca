using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Creative.Core.Typography;

/// <summary>
/// Cuts text into pieces that stay together, and puts pieces on lines. Chinese may break between any two characters
/// except where kinsoku forbids it (JIS X 4051 and GB/T 15834: no closing mark at the start of a line, no opening mark
/// at its end); Latin words, numbers with their units and the brand's own words stay whole.
/// </summary>
public static class LineBreaker
{
    private const string NeverAtStart = "，。、；：？！）】》」』〉〕”’…—～·%％‰°℃,.;:?!)]}>";

    // Particles lean on the word before them, degree words on the word after them: a line that starts with 的 or ends
    // with 最 reads as a slip.
    private const string LeanBack = "的了着过们吗呢吧啊呀地得之";
    private const string LeanForward = "最更很太不每第再又还约近超满仅";

    private const string NeverAtEnd = "（【《「『〈〔“‘([{<¥￥$€£＋+";

    /// <summary>Pieces in order; a piece that ends a word of spaced script keeps its trailing space.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="keepWhole">Words that are never broken, such as 小金库.</param>
    public static ImmutableArray<string> Pieces(string text, IReadOnlyCollection<string> keepWhole)
    {
        var pieces = ImmutableArray.CreateBuilder<string>();
        var current = new StringBuilder();
        var elements = Elements(text);
        var glued = GluedBoundaries(elements, keepWhole);
        for (var i = 0; i < elements.Count; i++)
        {
            current.Append(elements[i]);
            if (i + 1 == elements.Count || (MayBreakBetween(elements[i], elements[i + 1]) && !glued.Contains(i + 1)))
            {
                pieces.Add(current.ToString());
                current.Clear();
            }
        }

        return pieces.ToImmutable();
    }

    /// <summary>
    /// The most even setting for each number of lines; cuts after a space or a mark are preferred.
    /// </summary>
    /// <param name="pieces">From <see cref="Pieces"/>.</param>
    /// <param name="widths">Width of each piece, any unit.</param>
    /// <param name="maxLines">At least 1.</param>
    /// <returns>Lines for 1, 2, … maxLines; entry n has n + 1 lines, fewer entries when there are fewer pieces.</returns>
    public static ImmutableArray<ImmutableArray<string>> Balanced(ImmutableArray<string> pieces, IReadOnlyList<double> widths, int maxLines)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLines, 1);
        var settings = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        for (var lines = 1; lines <= Math.Min(maxLines, pieces.Length); lines++)
        {
            settings.Add(Partition(pieces, widths, lines));
        }

        return settings.ToImmutable();
    }

    private static ImmutableArray<string> Partition(ImmutableArray<string> pieces, IReadOnlyList<double> widths, int lines)
    {
        // Linear partition: cost[k, i] is the least unevenness, in squares, of the first i pieces on k lines. Lines that
        // are too long count double, since they force the whole block to a smaller size.
        const double PauseWorth = 0.42;
        var n = pieces.Length;
        var prefix = new double[n + 1];
        for (var i = 0; i < n; i++)
        {
            prefix[i + 1] = prefix[i] + widths[i];
        }

        var mean = prefix[n] / lines;
        var cost = new double[lines + 1, n + 1];
        var cut = new int[lines + 1, n + 1];
        for (var k = 0; k <= lines; k++)
        {
            for (var i = 0; i <= n; i++)
            {
                cost[k, i] = k == 0 && i == 0 ? 0 : double.PositiveInfinity;
            }
        }

        for (var k = 1; k <= lines; k++)
        {
            for (var i = k; i <= n; i++)
            {
                for (var j = k - 1; j < i; j++)
                {
                    var off = prefix[i] - prefix[j] - mean;

                    // A cut where the text pauses by itself is worth some unevenness.
                    var pause = i == n || EndsWithPause(pieces[i - 1]) ? 0 : PauseWorth * mean;
                    var c = cost[k - 1, j] + (off > 0 ? 2 * off * off : off * off) + (pause * pause);
                    if (c < cost[k, i])
                    {
                        cost[k, i] = c;
                        cut[k, i] = j;
                    }
                }
            }
        }

        var result = new string[lines];
        for (int k = lines, end = n; k >= 1; k--)
        {
            var start = cut[k, end];
            result[k - 1] = string.Concat(pieces.AsSpan()[start..end].ToArray()).Trim();
            end = start;
        }

        return [.. result];
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

    private static HashSet<int> GluedBoundaries(List<string> elements, IReadOnlyCollection<string> keepWhole)
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

    private static bool MayBreakBetween(string left, string right)
    {
        if (LeanBack.Contains(right, StringComparison.Ordinal) || LeanForward.Contains(left, StringComparison.Ordinal))
        {
            return false;
        }

        if (NeverAtStart.Contains(right, StringComparison.Ordinal) || NeverAtEnd.Contains(left, StringComparison.Ordinal) || IsSpace(right))
        {
            return false;
        }

        if (IsSpace(left))
        {
            return true;
        }

        if (!IsIdeographic(left) && !IsIdeographic(right))
        {
            return false;
        }

        // A number keeps the counter or unit behind it: 18日, 88元, 3期.
        return !(IsDigit(left) && IsIdeographic(right));
    }

    private static bool EndsWithPause(string piece) => piece[^1] is ' ' or '，' or '。' or '！' or '？' or '、' or '；' or '：' or '·' or '|' or ',' or '!' or '?' or '—';

    private static bool IsSpace(string element) => char.IsWhiteSpace(element[0]);

    private static bool IsDigit(string element) => char.IsDigit(element[0]) || element[0] is '%' or '％';

    private static bool IsIdeographic(string element) => char.ConvertToUtf32(element, 0) is
        (>= 0x2E80 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFFEF) or (>= 0x20000 and <= 0x3FFFF);
}
