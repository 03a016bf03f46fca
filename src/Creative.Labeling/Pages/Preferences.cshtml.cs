using Creative.Labeling.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Creative.Labeling.Pages;

/// <summary>Keeps the language and the theme of this browser and goes back to where they were chosen.</summary>
public sealed class PreferencesModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? locale, string? theme, string? back)
    {
        Preference.Keep(HttpContext, locale, theme);
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
