using System.CommandLine;
using System.Text.Json;
using Creative.Cli.Delivery;
using Creative.Cli.Delivery.Export;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary><c>creative assets export</c>: a campaign as one zip.</summary>
internal static class ExportCommand
{
    private static readonly Option<string> Campaign = new("--campaign") { Description = "The campaign, named exactly.", Required = true };
    private static readonly Option<string> Output = new("--out", "-o") { Description = "The zip to write.", HelpName = "FILE", Required = true };
    private static readonly Option<string?> Brand = new("--brand") { Description = "Only one brand." };
    private static readonly Option<bool> Sources = new("--sources") { Description = "With a layered SVG beside each file, and the fonts of their words." };
    private static readonly Option<bool> NoFonts = new("--no-fonts") { Description = "Without the fonts: whoever gets it has them." };

    public static Command Create(CommonOptions common)
    {
        var command = new Command("export", "Packs a campaign into one zip: files by placement, contact sheet, index.") { Campaign, Output, Brand, Sources, NoFonts };
        common.Bind(
            command,
            parsed => (
                Request: new ListAssetsRequest { Campaign = parsed.GetRequiredValue(Campaign), Brand = parsed.GetValue(Brand) ?? "" },
                Path: Path.GetFullPath(parsed.GetRequiredValue(Output)),
                WithSources: parsed.GetValue(Sources),
                WithFonts: parsed.GetValue(Sources) && !parsed.GetValue(NoFonts)),
            (call, asked) => RunAsync(call, asked.Request, asked.Path, asked.WithSources, asked.WithFonts));
        return command;
    }

    private static async Task<int> RunAsync(CommandCall call, ListAssetsRequest request, string path, bool withSources, bool withFonts)
    {
        var found = await AssetList.ReadAsync(call.Session.Assets, request, int.MaxValue, call.Cancellation);
        if (found.Assets.Count == 0)
        {
            throw CliException.BadInput($"There is nothing of a campaign '{request.Campaign}'.", new Problem("--campaign", "is matched exactly; creative assets list shows what there is"));
        }

        var archive = new CampaignArchive(call.Session.Assets, request.Campaign, file => call.Terminal.Error.WriteLine(file));
        var index = await archive.SaveAsync(ExportPlan.Of(found.Assets, withSources), withFonts, path, call.Cancellation);
        call.Terminal.Out.WriteLine(
            call.AsJson ? JsonSerializer.Serialize(index, Json.Compact.ExportIndex)
            : $"{index.Files.Count} files, {Tables.Size(new FileInfo(path).Length)}: {path}{(index.LeftOut > 0 ? $" ({index.LeftOut} older ones left out)" : "")}");
        return ExitCode.Done;
    }
}
