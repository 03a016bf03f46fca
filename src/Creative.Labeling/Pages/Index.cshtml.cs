using Creative.Contract.V1;
using Creative.Labeling.Server;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Creative.Labeling.Pages;

/// <summary>The projects to score.</summary>
public sealed class IndexModel(LabelingService.LabelingServiceClient client, RaterCall rater) : PageModel
{
    public IReadOnlyList<Project> Projects { get; private set; } = [];

    public async Task OnGetAsync() =>
        Projects = [.. (await client.ListProjectsAsync(new ListProjectsRequest(), rater.Options)).Projects.OrderBy(project => project.Closed)];
}
