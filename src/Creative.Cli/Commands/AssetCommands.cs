using System.CommandLine;
using System.Text.Json;
using Creative.Cli.Delivery;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary><c>creative assets</c>: what was made, and making it again.</summary>
internal static class AssetCommands
{
    private static readonly Argument<string> Id = new("asset") { Description = "The asset's id." };
    private static readonly Option<string?> Output = new("--out", "-o") { Description = "File or folder to write to. Default: here, under its id.", HelpName = "PATH" };
    private static readonly Option<string?> Campaign = new("--campaign") { Description = "Only one campaign, named exactly." };
    private static readonly Option<string?> Brand = new("--brand") { Description = "Only one brand." };
    private static readonly Option<string?> Placement = new("--placement") { Description = "Only one placement." };
    private static readonly Option<string?> Render = new("--render") { Description = "Only one render." };
    private static readonly Option<int> Limit = new("--limit") { Description = "At most so many, newest first; 0 lists all.", DefaultValueFactory = _ => 50 };

    public static Command Create(CommonOptions common) => new("assets", "Lists, fetches, exports and replays finished files.")
    {
        List(common), Get(common), Source(common), ExportCommand.Create(common), Replay(common),
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
            var path = PathFor(asked.Output, asset.Id, Download.Extension(asset.Format));
            await Download.SaveAsync(call.Session.Assets, asset, path, call.Cancellation);
            call.Show(asset, (terminal, found) => AssetView.Show(terminal, found, path));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Source(CommonOptions common)
    {
        var command = new Command("source", "Fetches an asset as layered SVG, to go on working with in a design tool.") { Id, Output };
        common.Bind(command, parsed => (Id: parsed.GetRequiredValue(Id), Output: parsed.GetValue(Output)), async (call, asked) =>
        {
            var path = PathFor(asked.Output, asked.Id, "svg");
            var request = new DownloadAssetSourceRequest { Id = asked.Id };
            await Download.SaveAsync(call.Session.Assets.DownloadAssetSource(request, cancellationToken: call.Cancellation), path, call.Cancellation);
            call.Terminal.Out.WriteLine(call.AsJson ? JsonSerializer.Serialize(new SavedSource(asked.Id, path), Json.Compact.SavedSource) : path);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>A file named after the asset where a folder or nothing was given.</summary>
    private static string PathFor(string? output, string assetId, string extension) => Path.GetFullPath(
        output is null || Directory.Exists(output) || Path.EndsInDirectorySeparator(output)
            ? Path.Combine(output ?? "", $"{Slug.Of(assetId, "asset")}.{extension}")
            : output);

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
        call.Show(await AssetList.ReadAsync(call.Session.Assets, request, limit, call.Cancellation), AssetView.ShowList);
        return ExitCode.Done;
    }
}
