using System.Diagnostics;
using System.Text;
using Creative.Cli.Commands;
using Creative.Cli.Delivery;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Demo;

/// <summary>Renders briefs one after the other, then lays everything out to look at.</summary>
internal sealed class DemoRun(CommandCall call, string output)
{
    private const int Variants = 2;

    public async Task<DemoReport> RunAsync(IReadOnlyList<Brief> briefs)
    {
        var watch = Stopwatch.StartNew();
        var results = new List<(Brief Brief, RenderIndex Index)>();
        foreach (var (i, brief) in briefs.Index())
        {
            brief.Variants = Math.Max(Variants, brief.Variants);
            results.Add((brief, await RenderAsync(brief, $"{i + 1} of {briefs.Count}: {brief.Campaign}")));
        }

        var campaigns = results.Select(result => result.Index).ToList();
        await DrawSheetsAsync(campaigns);
        var report = new DemoReport(
            output, campaigns, watch.Elapsed.TotalSeconds, call.Session.Own?.PeakMemory(), DemoPromise.Shortfalls(results));
        var page = DemoPage.Of(report, [.. campaigns.Select(index => Slug.Of(index.Campaign, "campaign"))]);
        await AtomicFile.WriteAsync(Path.Combine(output, "index.html"), Encoding.UTF8.GetBytes(page), call.Cancellation);
        return report;
    }

    private async Task<RenderIndex> RenderAsync(Brief brief, string title)
    {
        var folder = new CampaignFolder(output, brief.Campaign);
        var view = RenderViews.For(call, title, brief.Placements.Count);
        using var stream = call.Session.Assets.Render(new RenderRequest { Brief = brief }, cancellationToken: call.Cancellation);
        return await new RenderRun(call.Session.Assets, folder, view).FollowAsync(brief, stream, call.Cancellation);
    }

    private async Task DrawSheetsAsync(IReadOnlyList<RenderIndex> campaigns)
    {
        foreach (var campaign in campaigns.Where(campaign => campaign.Files.Count > 0))
        {
            await DrawAsync(ContactSheets.Of(campaign), new CampaignFolder(output, campaign.Campaign).Folder);
        }

        if (campaigns.Any(campaign => campaign.Files.Count > 0))
        {
            await DrawAsync(ContactSheets.Of(campaigns), output);
        }
    }

    private Task DrawAsync(DrawContactSheetRequest request, string folder) =>
        ContactSheets.SaveAsync(call.Session.Assets, request, Path.Combine(folder, "contact-sheet.jpg"), call.Cancellation);
}
