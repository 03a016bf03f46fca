using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Creative.Core.Unicode;

namespace Creative.Core.Briefs;

/// <summary>Finds personal numbers in text. Only the kind is ever reported: the number itself must not reach a log.</summary>
public static partial class PersonalData
{
    /// <summary>One problem for each kind found in each text; none holds the number.</summary>
    /// <param name="texts">What to look at, each with the field it came in.</param>
    public static IEnumerable<FieldProblem> Problems(IEnumerable<(string Field, string Text)> texts) =>
        from text in texts
        from kind in Kinds(text.Text)
        select new FieldProblem(text.Field, $"holds what looks like {kind}; personal data is not accepted");

    /// <summary>Kinds found, each once: "a mobile phone number", "an identity card number", "a bank card number".</summary>
    public static IReadOnlyList<string> Kinds(string text)
    {
        var digits = Gaps().Replace(Digits(text), "");
        var kinds = new List<string>(3);
        if (Mobile().IsMatch(digits))
        {
            kinds.Add("a mobile phone number");
        }

        if (IdentityCard().Matches(digits).Any(match => IsIdentityCard(match.Value)))
        {
            kinds.Add("an identity card number");
        }

        if (BankCard().Matches(digits).Any(match => !IsIdentityCard(match.Value) && IsLuhn(match.Value)))
        {
            kinds.Add("a bank card number");
        }

        return kinds;
    }

    /// <summary>GB 11643-1999: a date of birth and the check character of ISO 7064 MOD 11-2.</summary>
    private static bool IsIdentityCard(string number)
    {
        if (number.Length != 18
            || !DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (number[i] - '0') * ((1 << (17 - i)) % 11);
        }

        return "10X98765432"[sum % 11] == char.ToUpperInvariant(number[17]);
    }

    /// <summary>ISO/IEC 7812-1, annex B.</summary>
    private static bool IsLuhn(string number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : (2 * digit / 10) + (2 * digit % 10);
        }

        return sum % 10 == 0;
    }

    /// <summary>Every way of writing a digit, as ASCII; what cannot be seen is dropped.</summary>
    private static string Digits(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in NormalForm.Compatible(text).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
            {
                plain.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                plain.Append(rune.ToString());
            }
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"(?<=\d)[\s\-._·/]{1,2}(?=\d|[xX](?!\w))", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();

    [GeneratedRegex(@"(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<!\d)[1-9]\d{16}[\dxX](?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex IdentityCard();

    [GeneratedRegex(@"(?<!\d)[2-6]\d{12,18}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex BankCard();
}
