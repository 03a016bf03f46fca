using Creative.Contract.V1;
using Creative.Labeling.Server;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Creative.Labeling.Pages.Lead;

/// <summary>The items of a project, by filter, newest first.</summary>
public sealed class ItemsModel(LabelingService.LabelingServiceClient client, RaterCall rater) : PageModel
{
    private const int PageSize = 60;
    private const int LongestFilter = 300;

    [BindProperty(SupportsGet = true)]
    public string? Class { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Prompt { get; set; }

    [BindProperty(SupportsGet = true)]
    public Verdict Verdict { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Flagged { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public string Project { get; private set; } = "";

    public IReadOnlyList<Item> Items { get; private set; } = [];

    /// <value>Empty on the last page.</value>
    public string Next { get; private set; } = "";

    public async Task OnGetAsync(string project)
    {
        Project = project;
        var request = new ListItemsRequest
        {
            Project = project,
            ElementClass = Cut(Class),
            ModelVersion = Cut(Version),
            Prompt = Cut(Prompt),
            Verdict = Verdict,
            Flagged = Flagged,
            PageSize = PageSize,
            PageToken = Cut(After),
        };
        var found = await client.ListItemsAsync(request, rater.Options);
        Items = found.Items;
        Next = found.NextPageToken;
    }

    private static string Cut(string? text) => text is null ? "" : text.Length <= LongestFilter ? text : text[..LongestFilter];
}
