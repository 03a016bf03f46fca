using System.Globalization;
using System.Text;

namespace Creative.Cli.Delivery;

/// <summary>File and folder names out of free text: never a path, never hidden, never empty.</summary>
internal static class Slug
{
    private const int LongestBytes = 120;

    /// <summary>Letters and digits of any script in lower case, everything else as single hyphens; "_" stays.</summary>
    /// <param name="text">Such as the name of a campaign.</param>
    /// <param name="otherwise">When nothing of it can be kept.</param>
    public static string Of(string text, string otherwise)
    {
        var slug = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var kept = Rune.IsLetterOrDigit(rune) || rune.Value == '_' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;
            var next = kept ? Rune.ToLowerInvariant(rune) : new Rune('-');
            if (!kept && (slug.Length == 0 || slug[^1] == '-'))
            {
                continue;
            }

            bytes += next.Utf8SequenceLength;
            if (bytes > LongestBytes)
            {
                break;
            }

            slug.Append(next);
        }

        var name = slug.ToString().TrimEnd('-');
        return name.Length > 0 ? name : otherwise;
    }
}
