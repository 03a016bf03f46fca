using Creative.Labeling.SignIn;

namespace Creative.Labeling.Texts;

/// <summary>What a person chose for this browser: kept in two cookies, so that the first byte of a page is already right.</summary>
public static class Preference
{
    private const string LocaleCookie = "ui-locale";
    private const string ThemeCookie = "ui-theme";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    /// <value>"auto" follows the system.</value>
    public static IReadOnlyList<string> Themes { get; } = ["auto", "light", "dark"];

    public static string ThemeOf(HttpContext context) => context.Request.Cookies[ThemeCookie] is { } theme && Themes.Contains(theme) ? theme : Themes[0];

    /// <summary>What was chosen here, else what the rater is kept with, else what the browser asks for, else English.</summary>
    public static string LocaleOf(HttpContext context)
    {
        var asked = context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Known(language.Value.Value));
        return Known(context.Request.Cookies[LocaleCookie]) ?? Known(RaterSession.LocaleOf(context.User)) ?? asked.FirstOrDefault(locale => locale is not null) ?? "en";
    }

    /// <param name="locale">Anything; what is not offered changes nothing.</param>
    public static void Keep(HttpContext context, string? locale, string? theme)
    {
        if (Known(locale) is { } known)
        {
            Append(context, LocaleCookie, known);
        }

        if (theme is not null && Themes.Contains(theme))
        {
            Append(context, ThemeCookie, theme);
        }
    }

    // "zh", "zh-Hans-CN" and "zh-TW" are served best by the Chinese that there is.
    private static string? Known(string? language) => language is null
        ? null
        : TextCatalog.Locales.FirstOrDefault(locale => locale.Equals(language, StringComparison.OrdinalIgnoreCase))
            ?? TextCatalog.Locales.FirstOrDefault(locale => locale[..2].Equals(language.Split('-')[0], StringComparison.OrdinalIgnoreCase));

    private static void Append(HttpContext context, string name, string value) => context.Response.Cookies.Append(
        name,
        value,
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = Lifetime, Secure = context.Request.IsHttps });
}
