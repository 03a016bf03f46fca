using System.Security.Claims;
using Creative.Contract.V1;

namespace Creative.Labeling.SignIn;

/// <summary>Who is signed in. The key lives in the cookie alone, encrypted; neither a script nor the log ever sees it.</summary>
internal static class RaterSession
{
    public const string Scheme = "rater";
    public const string SignInPath = "/sign-in";
    public const string LeadPolicy = "lead";

    private const string KeyClaim = "rater-key";

    public static ClaimsPrincipal Of(Rater rater, string key) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, rater.Id),
            new Claim(ClaimTypes.Name, rater.Name),
            new Claim(ClaimTypes.Role, rater.Role.ToString()),
            new Claim(ClaimTypes.Locality, rater.Locale),
            new Claim(KeyClaim, key),
        ],
        Scheme));

    public static string KeyOf(ClaimsPrincipal user) => user.FindFirstValue(KeyClaim) ?? throw new InvalidOperationException("Nobody is signed in.");

    public static string IdOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

    /// <summary>The locale that the rater is kept with; null when nobody is signed in.</summary>
    public static string? LocaleOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Locality);

    /// <summary>May see the work of others. The server decides again at each call.</summary>
    public static bool IsLead(ClaimsPrincipal user) => user.IsInRole(nameof(RaterRole.Lead)) || IsAdmin(user);

    public static bool IsAdmin(ClaimsPrincipal user) => user.IsInRole(nameof(RaterRole.Admin));
}
