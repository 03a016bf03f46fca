using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Creative.Labeling.Pages;

/// <summary>Says in plain words that something did not work. The status of the answer stays what it was.</summary>
[IgnoreAntiforgeryToken]
public sealed class FailureModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    /// <value>Key of what is said.</value>
    public string Text => Status switch
    {
        StatusCodes.Status403Forbidden => "failure.forbidden",
        StatusCodes.Status404NotFound => "failure.missing",
        StatusCodes.Status503ServiceUnavailable => "failure.unavailable",
        _ => "failure.other",
    };

    public void OnGet()
    {
    }

    public void OnPost()
    {
    }
}
