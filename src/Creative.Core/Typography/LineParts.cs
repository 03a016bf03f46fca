using System.Text.RegularExpressions;

namespace Creative.Core.Typography;

/// <summary>What a part of a line is.</summary>
internal enum PartKind
{
    Text,

    /// <summary>The digits of a number that is set large.</summary>
    Digits,

    /// <summary>What belongs to such a number and is set smaller: ¥ before it, % behind it, the dash of a range.</summary>
    Unit,
}

/// <summary>Whether a figure tells of a rise or a fall: +3%, ↓2, 上涨 5%.</summary>
public enum Trend
{
    None,
    Rising,
    Falling,
}

/// <summary>A stretch of one line that is set in one face and size.</summary>
/// <param name="Gap">Space before it, in em: where Chinese meets letters or figures without a space (GB/T 15834 leaves it to the typesetter; W3C CLREQ, 3.2.1: up to 1/4 em).</param>
internal readonly record struct LinePart(string Text, PartKind Kind, double Gap, Trend Trend);

/// <summary>Takes a line apart.</summary>
internal static partial class LineParts
{
    private const double ScriptGap = 0.12;
    private const double NumberGap = 0.07;

    private static readonly (string Group, PartKind Kind)[] Groups =
        [("word", PartKind.Text), ("mark", PartKind.Unit), ("sign", PartKind.Unit), ("digits", PartKind.Digits), ("unit", PartKind.Unit), ("arrow", PartKind.Unit)];

    /// <param name="emphasise">Set numbers apart from the text.</param>
    public static IEnumerable<LinePart> Of(string line, bool emphasise)
    {
        var before = '\0';
        foreach (var (text, kind, trend) in emphasise ? WithNumbers(line) : [(line, PartKind.Text, Trend.None)])
        {
            foreach (var part in kind == PartKind.Text ? ByScript(text) : [text])
            {
                var gap = !MeetsHan(before, part[0]) ? 0 : emphasise && (char.IsDigit(before) || char.IsDigit(part[0]) || kind == PartKind.Unit) ? NumberGap : ScriptGap;
                yield return new LinePart(part, kind, gap, trend);
                before = part[^1];
            }
        }
    }

    private static IEnumerable<(string Text, PartKind Kind, Trend Trend)> WithNumbers(string line)
    {
        var at = 0;
        foreach (Match match in Number().Matches(line))
        {
            if (match.Index > at)
            {
                yield return (line[at..match.Index], PartKind.Text, Trend.None);
            }

            var trend = Read(match.Groups["word"].Value + match.Groups["mark"].Value + match.Groups["arrow"].Value);
            foreach (var (group, kind) in Groups)
            {
                if (match.Groups[group].Length > 0)
                {
                    yield return (match.Groups[group].Value, kind, trend);
                }
            }

            at = match.Index + match.Length;
        }

        if (at < line.Length)
        {
            yield return (line[at..], PartKind.Text, Trend.None);
        }
    }

    private static IEnumerable<string> ByScript(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (MeetsHan(text[i - 1], text[i]))
            {
                yield return text[start..i];
                start = i;
            }
        }

        yield return text[start..];
    }

    private static bool MeetsHan(char left, char right) => (IsHan(left) && IsWestern(right)) || (IsWestern(left) && IsHan(right));

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';

    private static bool IsWestern(char c) => char.IsAsciiLetterOrDigit(c) || c is '%' or '‰' or '$' or '€' or '£' or '¥';

    private static Trend Read(string marks) =>
        marks.Any(c => c is '涨' or '升' or '+' or '＋' or '↑' or '▲') ? Trend.Rising
        : marks.Any(c => c is '跌' or '降' or '-' or '−' or '↓' or '▼') ? Trend.Falling
        : Trend.None;

    // Digits inside a word, as in R2, belong to the word; a plus or minus between figures is no sign.
    [GeneratedRegex(@"(?<word>(?:上涨|上升|下跌|涨|跌)了?\s?)?(?<mark>(?<![A-Za-z0-9%％])[+＋−-]|[↑▲↓▼])?(?<![A-Za-z])(?<sign>[¥￥$€£])?(?<digits>\d(?:[\d,.]*\d)?)(?<unit>[%％‰]?(?:[–—~～-](?=[¥￥$€£]?\d))?)(?<arrow>[↑▲↓▼])?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
