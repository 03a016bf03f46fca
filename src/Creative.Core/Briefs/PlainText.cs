using System.Globalization;
using System.Text;
using Creative.Core.Unicode;

namespace Creative.Core.Briefs;

/// <summary>How long a text may be.</summary>
/// <param name="Max">Unicode characters after normalisation.</param>
/// <param name="Required">False: it may be empty.</param>
/// <param name="Lines">Lines, separated by "\n".</param>
internal readonly record struct TextLimit(int Max, bool Required = false, int Lines = 1);

/// <summary>Reads text that people wrote: trimmed, in NFC, without anything that cannot be seen.</summary>
internal static class PlainText
{
    private const int NamedAtMost = 5;

    /// <summary>The text as it will be used; every reason against it goes to <paramref name="problems"/>, under <paramref name="field"/>.</summary>
    public static string Read(string? text, string field, TextLimit limit, ICollection<FieldProblem> problems)
    {
        var trimmed = (text ?? "").Trim();
        if (trimmed.Length == 0)
        {
            if (limit.Required)
            {
                problems.Add(new FieldProblem(field, $"is required, 1 to {limit.Max} characters"));
            }

            return "";
        }

        // Normalising can at most triple the length (UAX #15, section 9), so what is far too long is not worth reading.
        if (trimmed.Length > 12 * limit.Max)
        {
            problems.Add(new FieldProblem(field, $"has {trimmed.Length} characters; at most {limit.Max} are allowed"));
            return "";
        }

        var normal = NormalForm.Canonical(trimmed);
        var length = normal.EnumerateRunes().Count();
        if (length > limit.Max)
        {
            problems.Add(new FieldProblem(field, $"has {length} characters; at most {limit.Max} are allowed"));
        }

        foreach (var message in Invisible(trimmed, limit.Lines > 1).Take(NamedAtMost))
        {
            problems.Add(new FieldProblem(field, message));
        }

        var lines = normal.Split('\n');
        if (limit.Lines > 1 && lines.Length > limit.Lines)
        {
            problems.Add(new FieldProblem(field, $"has {lines.Length} lines; at most {limit.Lines} are allowed"));
        }
        else if (limit.Lines > 1 && lines.Length > 1 && lines.Any(string.IsNullOrWhiteSpace))
        {
            problems.Add(new FieldProblem(field, "has an empty line"));
        }

        return limit.Lines > 1 ? string.Join('\n', lines.Select(line => line.Trim())) : normal;
    }

    private static IEnumerable<string> Invisible(string text, bool allowNewline)
    {
        var seen = new HashSet<int>();
        for (var i = 0; i < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                yield return $"has half of a surrogate pair (U+{(int)text[i]:X4}) at character {i + 1}";
                i++;
                continue;
            }

            if (!(allowNewline && rune.Value == '\n') && Kind(rune) is { } kind && seen.Add(rune.Value))
            {
                yield return $"has {kind} U+{rune.Value:X4} at character {i + 1}";
            }

            i += rune.Utf16SequenceLength;
        }
    }

    private static string? Kind(Rune rune) => rune.Value switch
    {
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C => "the bidirectional control character",
        0xFFFD => "the replacement character",
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control => "the control character",
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "the line separator",
            UnicodeCategory.Format => "the invisible character",
            UnicodeCategory.PrivateUse => "the private-use character",
            UnicodeCategory.OtherNotAssigned => "the unassigned character",
            _ => null,
        },
    };
}
