using System.CommandLine;
using Creative.Cli.Delivery;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary><c>creative assets</c>: what was made, and making it again.</summary>
internal static class AssetCommands
{
    private const int PageSize = 200;

    private static readonly Argument<string> Id = new("asset") { Description = "The asset's id." };
    private static readonly Option<string?> Output = new("--out", "-o") { Description = "File or folder to write to. Default: here, under its id.", HelpName = "PATH" };
    private static readonly Option<string?> Campaign = new("--campaign") { Description = "Only one campaign, named exactly." };
    private static readonly Option<string?> Brand = new("--brand") { Description = "Only one brand." };
    private static readonly Option<string?> Placement = new("--placement") { Description = "Only one placement." };
    private static readonly Option<string?> Render = new("--render") { Description = "Only one render." };
    private static readonly Option<int> Limit = new("--limit") { Description = "At most so many, newest first; 0 lists all.", DefaultValueFactory = _ => 50 };

    public static Command Create(CommonOptions common) => new("assets", "Lists, fetches and replays finished files.")
    {
        List(common), Get(common), Replay(common),
    };

    private static Command List(CommonOptions common)
    {
        var command = new Command("list", "Lists assets, newest first.") { Campaign, Brand, Placement, Render, Limit };
        common.Bind(
            command,
            parsed => (
                Limit: parsed.GetValue(Limit) is > 0 and var limit ? limit : int.MaxValue,
                Request: new ListAssetsRequest
                {
                    Campaign = parsed.GetValue(Campaign) ?? "",
                    Brand = parsed.GetValue(Brand) ?? "",
                    Placement = parsed.GetValue(Placement) ?? "",
                    RenderId = parsed.GetValue(Render) ?? "",
                }),
            (call, asked) => ListAsync(call, asked.Request, asked.Limit));
        return command;
    }

    private static Command Get(CommonOptions common)
    {
        var command = new Command("get", "Fetches an asset's file and shows its report.") { Id, Output };
        common.Bind(command, parsed => (Id: parsed.GetRequiredValue(Id), Output: parsed.GetValue(Output)), async (call, asked) =>
        {
            var asset = await call.Session.Assets.GetAssetAsync(new GetAssetRequest { Id = asked.Id }, cancellationToken: call.Cancellation);
            var name = $"{Slug.Of(asset.Id, "asset")}.{Download.Extension(asset.Format)}";
            var path = asked.Output is null || Directory.Exists(asked.Output) || Path.EndsInDirectorySeparator(asked.Output)
                ? Path.Combine(asked.Output ?? "", name)
                : asked.Output;
            await Download.SaveAsync(call.Session.Assets, asset, Path.GetFullPath(path), call.Cancellation);
            AssetView.Show(call, asset, Path.GetFullPath(path));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Under <c>assets</c>, and by itself, since it is asked for by name.</summary>
    public static Command Replay(CommonOptions common)
    {
        var command = new Command("replay", "Makes an asset again from its provenance and compares the bytes.") { Id };
        common.Bind(command, parsed => parsed.GetRequiredValue(Id), async (call, id) =>
        {
            var answer = await call.Session.Assets.ReplayAssetAsync(new ReplayAssetRequest { Id = id }, cancellationToken: call.Cancellation);
            call.Terminal.Out.WriteLine(
                call.AsJson ? Json.Of(answer)
                : answer.Identical ? $"identical: {answer.OriginalSha256}"
                : $"different: was {answer.OriginalSha256}, is {answer.ReplayedSha256}");
            return answer.Identical ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static async Task<int> ListAsync(CommandCall call, ListAssetsRequest request, int limit)
    {
        var found = new ListAssetsResponse();
        do
        {
            request.PageSize = Math.Min(PageSize, limit - found.Assets.Count);
            request.PageToken = found.NextPageToken;
            var page = await call.Session.Assets.ListAssetsAsync(request, cancellationToken: call.Cancellation);
            found.Assets.AddRange(page.Assets);
            found.NextPageToken = page.NextPageToken;
        }
        while (found.NextPageToken.Length > 0 && found.Assets.Count < limit);

        AssetView.ShowList(call, found);
        return ExitCode.Done;
    }
}
