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
        common.Ask(
            command,
            parsed => new ListPlacementsRequest { Family = parsed.GetValue(Family) ?? "", Platform = parsed.GetValue(Platform) ?? "" },
            (session, request, options) => session.Brands.ListPlacementsAsync(request, options),
            ShowPlacements);
        return command;
    }

    public static Command Styles(CommonOptions common)
    {
        var command = new Command("styles", "Lists the styles and the words that choose them.");
        common.Ask(command, _ => new ListStylesRequest(), (session, request, options) => session.Brands.ListStylesAsync(request, options), ShowStyles);
        return command;
    }

    private static void ShowPlacements(Terminal terminal, ListPlacementsResponse list)
    {
        Tables.Write(
            terminal,
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
        terminal.Out.WriteLine($"{list.Placements.Count} placements, catalogue {list.Version}");
    }

    private static void ShowStyles(Terminal terminal, ListStylesResponse list)
    {
        Tables.Write(
            terminal,
            ["id", "name", "名称", "description", "mood words"],
            list.Styles.Select(string[] (style) => [style.Id, style.NameEn, style.NameZh, style.Description, string.Join(' ', style.MoodWords.Take(8))]));
    }
}
