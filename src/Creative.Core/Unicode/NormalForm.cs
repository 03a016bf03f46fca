using System.Collections.Immutable;
using System.Text;

namespace Creative.Core.Unicode;

/// <summary>
/// Unicode normal forms (UAX #15), written out because <see cref="string.Normalize()"/> returns its input unchanged
/// in a process without ICU, which is how this service runs.
/// </summary>
public static class NormalForm
{
    private const int HangulBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28;

    /// <summary>NFC. Unpaired surrogates become U+FFFD.</summary>
    public static string Canonical(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange('\0', '\u02ff') < 0 ? text : Compose(Decompose(text, compatibility: false));

    /// <summary>NFKC. Unpaired surrogates become U+FFFD.</summary>
    public static string Compatible(string text) => Compose(Decompose(text, compatibility: true));

    private static List<int> Decompose(string text, bool compatibility)
    {
        var codes = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, compatibility, codes);
        }

        Reorder(codes);
        return codes;
    }

    private static void Decompose(int code, bool compatibility, List<int> codes)
    {
        var hangul = code - HangulBase;
        if (hangul is >= 0 and < Leads * Vowels * Tails)
        {
            codes.Add(LeadBase + (hangul / (Vowels * Tails)));
            codes.Add(VowelBase + (hangul % (Vowels * Tails) / Tails));
            if (hangul % Tails > 0)
            {
                codes.Add(TailBase + (hangul % Tails));
            }
        }
        else if (compatibility && UnicodeData.Default.Compatibility.TryGetValue(code, out var parts))
        {
            codes.AddRange(parts);
        }
        else if (UnicodeData.Default.Canonical.TryGetValue(code, out parts))
        {
            foreach (var part in parts)
            {
                Decompose(part, compatibility, codes);
            }
        }
        else
        {
            codes.Add(code);
        }
    }

    /// <summary>Stable sort of each run of combining marks by class.</summary>
    private static void Reorder(List<int> codes)
    {
        for (var i = 1; i < codes.Count; i++)
        {
            var current = Class(codes[i]);
            for (var j = i; current != 0 && j > 0 && Class(codes[j - 1]) > current; j--)
            {
                (codes[j - 1], codes[j]) = (codes[j], codes[j - 1]);
            }
        }
    }

    private static string Compose(List<int> codes)
    {
        var kept = new List<int>(codes.Count);
        var starter = -1;
        var last = 0;
        foreach (var code in codes)
        {
            var combining = Class(code);
            var blocked = starter >= 0 && kept.Count - 1 > starter && (last == 0 || last >= combining);
            if (starter >= 0 && !blocked && Pair(kept[starter], code) is { } composed)
            {
                kept[starter] = composed;
                continue;
            }

            if (combining == 0)
            {
                starter = kept.Count;
            }

            last = combining;
            kept.Add(code);
        }

        var text = new StringBuilder(kept.Count);
        foreach (var code in kept)
        {
            text.Append(new Rune(code).ToString());
        }

        return text.ToString();
    }

    private static int? Pair(int first, int second)
    {
        if (first - LeadBase is >= 0 and < Leads && second - VowelBase is >= 0 and < Vowels)
        {
            return HangulBase + ((((first - LeadBase) * Vowels) + (second - VowelBase)) * Tails);
        }

        var syllable = first - HangulBase;
        if (syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0 && second - TailBase is > 0 and < Tails)
        {
            return first + (second - TailBase);
        }

        return UnicodeData.Default.Composed.TryGetValue((first, second), out var composed) ? composed : null;
    }

    private static int Class(int code) => UnicodeData.Default.Classes.GetValueOrDefault(code);
}
