using System.Text.RegularExpressions;
using Creative.Contract.V1;

namespace Creative.Server.Labeling.Access;

/// <summary>Checks raters that somebody wants to put.</summary>
internal static partial class RaterReader
{
    private const int LongestName = 60;

    /// <summary>Locales of the app.</summary>
    public static readonly string[] Locales = ["zh-CN", "en"];

    /// <summary>Every reason against it.</summary>
    /// <param name="isLastAdmin">It is the only admin who can sign in.</param>
    public static IEnumerable<FieldProblem> Problems(Rater rater, bool isLastAdmin)
    {
        if (!IdPattern().IsMatch(rater.Id))
        {
            yield return new FieldProblem("rater.id", "is 1 to 40 characters of [a-z0-9-]");
        }

        if (rater.Name.Length > LongestName || rater.Name.Any(char.IsControl))
        {
            yield return new FieldProblem("rater.name", $"is up to {LongestName} characters without control characters");
        }

        if (rater.Role is not (RaterRole.Designer or RaterRole.Lead or RaterRole.Admin))
        {
            yield return new FieldProblem("rater.role", "is designer, lead or admin");
        }

        if (!Locales.Contains(rater.Locale))
        {
            yield return new FieldProblem("rater.locale", $"is one of {string.Join(", ", Locales)}");
        }

        if (isLastAdmin && (rater.Disabled || rater.Role != RaterRole.Admin))
        {
            yield return new FieldProblem("rater.role", "has to stay admin: there is no other who can sign in");
        }
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
