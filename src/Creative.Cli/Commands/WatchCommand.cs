using System.CommandLine;
using Creative.Cli.Delivery;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary><c>creative watch</c>: follows a render that is under way, or tells again how one went.</summary>
internal static class WatchCommand
{
    private static readonly Argument<string> Render = new("render") { Description = "The render's id." };

    private static readonly Option<string?> Output = new("--out", "-o") { Description = "Also fetch its files into this folder.", HelpName = "DIR" };

    public static Command Create(CommonOptions common)
    {
        var command = new Command("watch", "Follows a render to its end.") { Render, Output };
        common.Bind(command, parsed => (Id: parsed.GetRequiredValue(Render), Output: parsed.GetValue(Output)), async (call, asked) =>
        {
            var job = await call.Session.Assets.GetRenderAsync(new GetRenderRequest { Id = asked.Id }, cancellationToken: call.Cancellation);
            var folder = asked.Output is null ? null : new CampaignFolder(asked.Output, job.Brief.Campaign);
            var view = RenderViews.For(call, job.Brief.Campaign, job.Brief.Placements.Count);
            using var stream = call.Session.Assets.WatchRender(new WatchRenderRequest { Id = asked.Id }, cancellationToken: call.Cancellation);
            var index = await new RenderRun(call.Session.Assets, folder, view).FollowAsync(job.Brief, stream, call.Cancellation);
            return RenderResult.Show(call, index, folder?.Folder);
        });
        return command;
    }
}
