using System.Text;
using Creative.Contract.V1;
using Creative.Labeling.Charts;
using Creative.Labeling.Dashboards;
using Creative.Labeling.Server;
using Creative.Labeling.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Creative.Labeling.Pages.Lead;

/// <summary>Whether the models get better: what was shown, scored, trained, compared and promoted, round by round.</summary>
public sealed class RoundsModel(DatasetService.DatasetServiceClient client, RaterCall rater, Translator texts, IWebHostEnvironment environment) : PageModel
{
    public IReadOnlyList<Round> Rounds { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    /// <summary>The chart as a file.</summary>
    /// <param name="format">"svg" or "csv".</param>
    public async Task<IActionResult> OnGetChartAsync(string format)
    {
        await LoadAsync();
        return format switch
        {
            "csv" => File(Encoding.UTF8.GetBytes('\uFEFF' + RoundsChart.Table(Rounds).ToString()), "text/csv; charset=utf-8", "rounds.csv"),
            "svg" => File(Encoding.UTF8.GetBytes(Svg.Standalone(RoundsChart.Draw(Rounds, texts), Styles()).ToString()), "image/svg+xml", "rounds.svg"),
            _ => NotFound(),
        };
    }

    internal IHtmlContent Draw() => new HtmlString(RoundsChart.Draw(Rounds, texts).ToString());

    private async Task LoadAsync() => Rounds = (await client.ListRoundsAsync(new ListRoundsRequest(), rater.Options)).Rounds;

    private string Styles() => System.IO.File.ReadAllText(Path.Combine(environment.WebRootPath, "css", "charts.css"));
}
