using Creative.Contract.V1;
using Creative.Labeling.Pages.Shared;
using Creative.Labeling.Server;
using Microsoft.AspNetCore.Mvc;

namespace Creative.Labeling.Pages.Admin;

/// <summary>A project as a form has it: shares in percent.</summary>
public sealed record ProjectForm
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? ItemKind { get; init; }

    public List<string> Dimensions { get; init; } = [];

    public double Informative { get; init; }

    public double Random { get; init; }

    public double Gold { get; init; }

    public double Repeats { get; init; }

    public double Relabel { get; init; }

    public int LeaseSeconds { get; init; }

    public int JudgementsPerItem { get; init; }

    public double DesignerHourCost { get; init; }

    public string? Currency { get; init; }

    public bool Closed { get; init; }

    public Project ToProject() => new()
    {
        Id = Id?.Trim() ?? "",
        Name = Name?.Trim() ?? "",
        ItemKind = ItemKind ?? "",
        Dimensions = { Dimensions },
        Mix = new QueueMix { Informative = Informative / 100, Random = Random / 100, Gold = Gold / 100, Repeats = Repeats / 100, Relabel = Relabel / 100 },
        LeaseSeconds = LeaseSeconds,
        JudgementsPerItem = JudgementsPerItem,
        DesignerHourCost = DesignerHourCost,
        Currency = Currency?.Trim().ToUpperInvariant() ?? "",
        Closed = Closed,
    };
}

/// <summary>What is judged, by which dimensions, and how the queue is mixed.</summary>
public sealed class ProjectsModel(LabelingService.LabelingServiceClient client, RaterCall rater) : FormPage
{
    public IReadOnlyList<Project> Projects { get; private set; } = [];

    public IReadOnlyList<Dimension> Dimensions { get; private set; } = [];

    /// <value>What was typed and refused; null: nothing was.</value>
    public Project? Refused { get; private set; }

    public override async Task OnGetAsync()
    {
        Projects = (await client.ListProjectsAsync(new ListProjectsRequest(), rater.Options)).Projects;
        Dimensions = (await client.ListDimensionsAsync(new ListDimensionsRequest(), rater.Options)).Dimensions;
    }

    public Task<IActionResult> OnPostAsync(ProjectForm form) => SubmitAsync(async () =>
    {
        Refused = form.ToProject();
        await client.PutProjectAsync(new PutProjectRequest { Project = Refused }, rater.Options);
        return RedirectToPage();
    });
}
