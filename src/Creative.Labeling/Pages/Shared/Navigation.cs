using System.Security.Claims;
using Creative.Labeling.SignIn;

namespace Creative.Labeling.Pages.Shared;

/// <summary>A place that the navigation leads to.</summary>
/// <param name="Text">Key of its name.</param>
/// <param name="Page">Razor page, such as "/Lead/Dashboard".</param>
/// <param name="OfProject">It belongs to a project and is shown where one is chosen.</param>
/// <param name="ForLeads">Shown to leads and admins.</param>
internal sealed record Place(string Text, string Page, bool OfProject, bool ForLeads);

/// <summary>Every place, in the order shown. A new page is one line here.</summary>
internal static class Navigation
{
    public static IReadOnlyList<Place> Places { get; } =
    [
        new("nav.score", "/Station", OfProject: true, ForLeads: false),
        new("nav.progress", "/Progress", OfProject: true, ForLeads: false),
        new("nav.dashboard", "/Lead/Dashboard", OfProject: true, ForLeads: true),
        new("nav.items", "/Lead/Items", OfProject: true, ForLeads: true),
        new("nav.rounds", "/Lead/Rounds", OfProject: false, ForLeads: true),
        new("nav.raters", "/Admin/Raters", OfProject: false, ForLeads: true),
        new("nav.projects", "/Admin/Projects", OfProject: false, ForLeads: true),
        new("nav.dimensions", "/Admin/Dimensions", OfProject: false, ForLeads: true),
    ];

    public static IEnumerable<Place> For(ClaimsPrincipal user, bool inProject) =>
        Places.Where(place => (!place.ForLeads || RaterSession.IsLead(user)) && (!place.OfProject || inProject));
}
