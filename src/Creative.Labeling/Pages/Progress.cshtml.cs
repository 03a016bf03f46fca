using Creative.Contract.V1;
using Creative.Labeling.Charts;
using Creative.Labeling.Pages.Shared;
using Creative.Labeling.Server;
using Creative.Labeling.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Creative.Labeling.Pages;

/// <summary>The caller's own work: how much, how fast, and how alike when the same image came twice.</summary>
public sealed class ProgressModel(LabelingService.LabelingServiceClient client, RaterCall rater, Translator texts) : PageModel
{
    public Project Project { get; private set; } = new();

    public Progress Own { get; private set; } = new();

    public IReadOnlyList<Dimension> Dimensions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string project)
    {
        if (await ProjectPages.FindAsync(client, rater, project) is not { } found)
        {
            return NotFound();
        }

        Project = found;
        Dimensions = await ProjectPages.DimensionsAsync(client, rater, found);
        Own = await client.GetProgressAsync(new GetProgressRequest { Project = project }, rater.Options);
        return Page();
    }

    /// <summary>Judgements of the last days.</summary>
    public IHtmlContent Days() => new HtmlString(BarChart.Draw(
        texts["progress.days"],
        texts.Say("chart.throughput.summary", ("total", Own.Days.Sum(day => day.Judged)), ("days", Own.Days.Count)),
        Own.Days).ToString());
}
