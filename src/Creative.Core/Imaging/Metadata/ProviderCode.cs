namespace Creative.Core.Imaging.Metadata;

/// <summary>
/// The 27-character code of a service provider (TC260-PG-20252A): "00", subject type, binding type, an 18-character
/// unified social credit code with its check digit (GB 32100-2015), a service digit, five characters for model or app.
/// </summary>
public static class ProviderCode
{
    public const int Length = 27;

    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>Made up, for trying things out: a valid check digit on a credit code that nobody has.</summary>
    public const string Sample = "001191000000000000000K10000";

    /// <returns>What is wrong with a code, in plain words; null when it is well formed.</returns>
    public static string? Objection(string code)
    {
        if (code.Length != Length || !code.All(character => char.IsAsciiDigit(character) || char.IsAsciiLetterUpper(character)))
        {
            return $"must be {Length} digits and upper-case letters";
        }

        if (!code.StartsWith("0011", StringComparison.Ordinal))
        {
            return "must begin with 00 (format), 1 (organisation), 1 (bound to a unified social credit code)";
        }

        if (code[22] is not ('1' or '2'))
        {
            return "must have 1 (generation) or 2 (propagation) as its 23rd character";
        }

        return IsCreditCode(code.AsSpan(4, 18)) ? null : "has a unified social credit code with a wrong check digit";
    }

    /// <summary>The check digit of a unified social credit code: weights are the powers of 3, modulo 31.</summary>
    /// <param name="first">Its first 17 characters.</param>
    /// <returns>The 18th; null when a character is outside the alphabet.</returns>
    public static char? CheckDigit(ReadOnlySpan<char> first)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in first)
        {
            var value = CreditAlphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            sum += value * weight;
            weight = weight * 3 % 31;
        }

        return CreditAlphabet[(31 - (sum % 31)) % 31];
    }

    private static bool IsCreditCode(ReadOnlySpan<char> code) => CheckDigit(code[..17]) == code[17];
}
