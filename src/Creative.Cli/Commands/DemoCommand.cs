using System.CommandLine;
using System.Text.Json;
using Creative.Cli.Delivery;
using Creative.Cli.Demo;
using Creative.Cli.Reading;
using Creative.Cli.Serving;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary><c>creative demo</c>: the sample campaigns, finished.</summary>
internal static class DemoCommand
{
    private static readonly Option<string> Briefs = new("--briefs")
    {
        Description = "Folder of the briefs.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine(Installation.Root, "samples", "briefs"),
    };

    private static readonly Option<string> Output = new("--out", "-o")
    {
        Description = "Folder for the files.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine(Installation.Root, "out", "demo"),
    };

    public static Command Create(CommonOptions common)
    {
        var command = new Command("demo", "Renders the sample campaigns and lays out what was made.") { Briefs, Output };
        common.Bind(command, parsed => (Briefs: Read(parsed.GetRequiredValue(Briefs)), Output: Path.GetFullPath(parsed.GetRequiredValue(Output))), RunAsync);
        return command;
    }

    private static List<Brief> Read(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        List<Brief> briefs = [.. files.Order(StringComparer.Ordinal).Select(BriefFile.Read)];
        return briefs.Count > 0 ? briefs : throw CliException.BadInput($"There are no briefs in {folder}.");
    }

    private static async Task<int> RunAsync(CommandCall call, (List<Brief> Briefs, string Output) asked)
    {
        var report = await new DemoRun(call, asked.Output).RunAsync(asked.Briefs);
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine($$"""{"demo":{{JsonSerializer.Serialize(report, Json.Compact.DemoReport)}}}""");
        }
        else
        {
            Show(call.Terminal, report);
        }

        return report.Missing.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Show(Terminal terminal, DemoReport report)
    {
        Tables.Write(
            terminal,
            ["campaign", "brand", "styles", "files#", "refused#", "KB#", "seconds#", "folder"],
            report.Campaigns.Select(string[] (campaign) =>
            [
                campaign.Campaign,
                campaign.Brand,
                string.Join(", ", campaign.Files.Select(file => file.Style).Distinct()),
                $"{campaign.Files.Count}",
                $"{campaign.Refused.Count}",
                $"{campaign.Files.Sum(file => file.Bytes) / 1024.0:N0}",
                $"{campaign.ElapsedMs / 1000.0:0.0}",
                new CampaignFolder(report.Folder, campaign.Campaign).Folder,
            ]));
        var memory = report.PeakServerMemory is { } bytes ? $", server at most {bytes / 1048576.0:N0} MB" : "";
        terminal.Out.WriteLine($"{report.Files} files, {report.Refused} refused, {report.ElapsedSeconds:0} s{memory}");
        terminal.Out.WriteLine($"Look at them: {Path.Combine(report.Folder, "index.html")}");
        terminal.Out.WriteLine($"All at once:  {Path.Combine(report.Folder, "contact-sheet.jpg")}");
        foreach (var missing in report.Missing)
        {
            terminal.Error.WriteLine($"Not as promised: {missing}");
        }
    }
}
