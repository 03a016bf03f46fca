using System.CommandLine;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary>What can be asked for: <c>creative placements</c> and <c>creative styles</c>.</summary>
internal static class CatalogueCommands
{
    private static readonly Option<string?> Family = new("--family") { Description = "Only one ratio family." };

    private static readonly Option<string?> Platform = new("--platform") { Description = "Only one platform, named exactly." };

    static CatalogueCommands() =>
        Family.AcceptOnlyFromAmong("ultra-wide", "wide", "landscape", "near-square", "portrait", "tall", "tower");

    public static Command Placements(CommonOptions common)
    {
        var command = new Command("placements", "Lists the placements that briefs can name.") { Family, Platform };
        common.Bind(command, parsed => new ListPlacementsRequest { Family = parsed.GetValue(Family) ?? "", Platform = parsed.GetValue(Platform) ?? "" }, ShowPlacementsAsync);
        return command;
    }

    public static Command Styles(CommonOptions common)
    {
        var command = new Command("styles", "Lists the styles and the words that choose them.");
        common.Bind(command, _ => new ListStylesRequest(), ShowStylesAsync);
        return command;
    }

    private static async Task<int> ShowPlacementsAsync(CommandCall call, ListPlacementsRequest request)
    {
        var list = await call.Session.Brands.ListPlacementsAsync(request, cancellationToken: call.Cancellation);
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(Json.Of(list));
            return ExitCode.Done;
        }

        Tables.Write(
            call.Terminal,
            ["id", "size", "family", "cap#", "formats", "platform", "name"],
            list.Placements.Select(string[] (placement) =>
            [
                placement.Id,
                $"{placement.Width}x{placement.Height}",
                placement.Family,
                placement.MaxBytes == 0 ? "none" : Tables.Size(placement.MaxBytes),
                string.Join(' ', placement.Formats.Select(format => format.ToString().ToLowerInvariant())),
                placement.Platform,
                placement.Name,
            ]));
        call.Terminal.Out.WriteLine($"{list.Placements.Count} placements, catalogue {list.Version}");
        return ExitCode.Done;
    }

    private static async Task<int> ShowStylesAsync(CommandCall call, ListStylesRequest request)
    {
        var list = await call.Session.Brands.ListStylesAsync(request, cancellationToken: call.Cancellation);
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(Json.Of(list));
            return ExitCode.Done;
        }

        Tables.Write(
            call.Terminal,
            ["id", "name", "名称", "description", "mood words"],
            list.Styles.Select(string[] (style) => [style.Id, style.NameEn, style.NameZh, style.Description, string.Join(' ', style.MoodWords.Take(8))]));
        return ExitCode.Done;
    }
}
