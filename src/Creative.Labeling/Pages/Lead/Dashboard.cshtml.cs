using System.Text;
using Creative.Contract.V1;
using Creative.Labeling.Charts;
using Creative.Labeling.Dashboards;
using Creative.Labeling.Pages.Shared;
using Creative.Labeling.Server;
using Creative.Labeling.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Creative.Labeling.Pages.Lead;

/// <summary>How a project goes, in charts that can be taken along.</summary>
public sealed class DashboardModel(LabelingService.LabelingServiceClient client, RaterCall rater, Translator texts, IWebHostEnvironment environment) : PageModel
{
    internal DashboardView View { get; private set; } = new(new Project(), [], new Dashboard(), texts);

    public async Task<IActionResult> OnGetAsync(string project) => await LoadAsync(project) ? Page() : NotFound();

    /// <summary>One chart as a file.</summary>
    /// <param name="format">"svg" or "csv".</param>
    public async Task<IActionResult> OnGetChartAsync(string project, string chart, string format)
    {
        if (DashboardChart.All.FirstOrDefault(one => one.Id == chart) is not { } asked || format is not ("svg" or "csv") || !await LoadAsync(project))
        {
            return NotFound();
        }

        return format == "csv"
            ? File(Encoding.UTF8.GetBytes('\uFEFF' + asked.Table(View).ToString()), "text/csv; charset=utf-8", $"{project}-{chart}.csv")
            : File(Encoding.UTF8.GetBytes(Svg.Standalone(asked.Draw(View), Styles()).ToString()), "image/svg+xml", $"{project}-{chart}.svg");
    }

    internal IHtmlContent Draw(DashboardChart chart) => new HtmlString(chart.Draw(View).ToString());

    internal static IReadOnlyList<DashboardChart> Charts => DashboardChart.All;

    private async Task<bool> LoadAsync(string id)
    {
        if (await ProjectPages.FindAsync(client, rater, id) is not { } project)
        {
            return false;
        }

        var dimensions = await ProjectPages.DimensionsAsync(client, rater, project);
        View = new DashboardView(project, dimensions, await client.GetDashboardAsync(new GetDashboardRequest { Project = id }, rater.Options), texts);
        return true;
    }

    private string Styles() => System.IO.File.ReadAllText(Path.Combine(environment.WebRootPath, "css", "charts.css"));
}
