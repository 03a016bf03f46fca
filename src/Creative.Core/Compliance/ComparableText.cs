using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Creative.Core.Unicode;

namespace Creative.Core.Compliance;

/// <summary>
/// Text as the rules see it: compatibility forms undone (full-width and circled digits), traditional characters
/// simplified, and what was put between the characters of a word to hide it taken out. Remembers where each
/// character came from.
/// </summary>
public sealed class ComparableText
{
    /// <summary>Punctuation that ends a sentence.</summary>
    private const string SentenceEnds = "。！？!?；;";

    /// <summary>Punctuation that ends a clause, so a word never goes on behind it.</summary>
    private const string ClauseEnds = SentenceEnds + "，,、：:…—()（）[]【】《》「」『』“”‘’\"'/";

    private readonly int[] _origins;

    private ComparableText(string source, string text, int[] origins)
    {
        Source = source;
        Text = text;
        _origins = origins;
    }

    public string Source { get; }

    public string Text { get; }

    internal static ComparableText Of(string source, FrozenDictionary<char, char> simplified)
    {
        var folded = new List<(char Character, int Origin)>(source.Length);
        var origin = 0;
        foreach (var rune in source.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
            {
                foreach (var character in NormalForm.Compatible(rune.ToString()))
                {
                    folded.Add((simplified.GetValueOrDefault(character, character), origin));
                }
            }

            origin += rune.Utf16SequenceLength;
        }

        var kept = new StringBuilder(folded.Count);
        var origins = new List<int>(folded.Count);
        for (var i = 0; i < folded.Count; i++)
        {
            if (IsPadding(folded[i].Character) && IsHiding(folded, i))
            {
                continue;
            }

            kept.Append(char.IsWhiteSpace(folded[i].Character) ? ' ' : folded[i].Character);
            origins.Add(folded[i].Origin);
        }

        return new ComparableText(source, kept.ToString(), [.. origins]);
    }

    /// <summary>Start and length in <see cref="Source"/> of a span of <see cref="Text"/>.</summary>
    public (int Start, int Length) Span(int start, int length)
    {
        var first = _origins[start];
        var end = start + length < _origins.Length ? _origins[start + length] : Source.Length;
        return (first, Math.Max(1, Source[first..end].TrimEnd().Length));
    }

    /// <summary>Bounds in <see cref="Text"/> of the sentence around an index; a full stop between digits ends nothing.</summary>
    public (int Start, int End) Sentence(int index)
    {
        var start = index;
        while (start > 0 && !EndsSentence(start - 1))
        {
            start--;
        }

        var end = index;
        while (end < Text.Length && !EndsSentence(end))
        {
            end++;
        }

        return (start, end);
    }

    /// <summary>What stands before an index in the same clause, at most <paramref name="count"/> characters.</summary>
    public string Before(int index, int count)
    {
        var start = index;
        while (start > 0 && index - start < count && (Text[start - 1] == '、' || !ClauseEnds.Contains(Text[start - 1])))
        {
            start--;
        }

        return Text[start..index];
    }

    private bool EndsSentence(int index) =>
        SentenceEnds.Contains(Text[index])
        || (Text[index] == '.' && (index + 1 == Text.Length || Text[index + 1] == ' '));

    private static bool IsPadding(char character) =>
        char.IsWhiteSpace(character)
        || ((char.IsPunctuation(character) || char.IsSymbol(character)) && !ClauseEnds.Contains(character));

    /// <summary>White space beside a Chinese character, and any other padding between two of them.</summary>
    private static bool IsHiding(List<(char Character, int Origin)> folded, int index)
    {
        var left = index - 1;
        while (left >= 0 && IsPadding(folded[left].Character))
        {
            left--;
        }

        var right = index + 1;
        while (right < folded.Count && IsPadding(folded[right].Character))
        {
            right++;
        }

        var chineseLeft = left >= 0 && IsChinese(folded[left].Character);
        var chineseRight = right < folded.Count && IsChinese(folded[right].Character);
        return char.IsWhiteSpace(folded[index].Character) ? chineseLeft || chineseRight : chineseLeft && chineseRight;
    }

    private static bool IsChinese(char character) => character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');
}
