namespace Creative.Core.Typography;

/// <summary>
/// Where a line may end between two characters, by their kind alone (JIS X 4051 and GB/T 15834: no closing mark at the
/// start of a line, no opening mark at its end), and by what reads as a slip. Arguments are text elements.
/// </summary>
internal static class Kinsoku
{
    private const string NeverAtStart = "，。、；：？！）】》」』〉〕”’…—～·%％‰°℃,.;:?!)]}>";

    private const string NeverAtEnd = "（【《「『〈〔“‘([{<¥￥$€£＋+";

    // Particles lean on the word before them, degree words on the word after them: a line that starts with 的 or ends
    // with 最 reads as a slip.
    private const string LeanBack = "的了着过们吗呢吧啊呀地得之";
    private const string LeanForward = "最更很太不每第再又还约近超满仅";

    public static bool MayBreakBetween(string left, string right)
    {
        if (LeanBack.Contains(right, StringComparison.Ordinal) || LeanForward.Contains(left, StringComparison.Ordinal)
            || NeverAtStart.Contains(right, StringComparison.Ordinal) || NeverAtEnd.Contains(left, StringComparison.Ordinal) || IsSpace(right))
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

    /// <summary>The text pauses by itself after this character.</summary>
    public static bool IsPause(char last) => last is ' ' or '，' or '。' or '！' or '？' or '、' or '；' or '：' or '·' or '|' or ',' or '!' or '?' or '—';

    /// <summary>Han, kana, hangul and full-width forms: scripts that are not spaced.</summary>
    public static bool IsIdeographic(string element) => char.ConvertToUtf32(element, 0) is
        (>= 0x2E80 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFFEF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>A Chinese character of the basic plane.</summary>
    public static bool IsHan(string element) => element.Length == 1 && element[0] is >= '\u3400' and <= '\u9FFF';

    private static bool IsSpace(string element) => char.IsWhiteSpace(element[0]);

    private static bool IsDigit(string element) => char.IsDigit(element[0]) || element[0] is '%' or '％';
}
