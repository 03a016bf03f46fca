using System.CommandLine;
using Creative.Cli.Datasets;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary><c>creative datasets</c>: what was scored, frozen and exported.</summary>
internal static class DatasetCommands
{
    private static readonly Argument<string> Id = new("dataset") { Description = "The dataset's id, such as ds_0123456789abcdef." };
    private static readonly Argument<string> Folder = new("dir") { Description = "The folder of an export." };
    private static readonly Option<string> Format = new("--format", "-f") { Description = "One of what `creative datasets formats` lists.", Required = true };
    private static readonly Option<string> Output = new("--out", "-o") { Description = "Folder for the export. One that was broken off goes on.", HelpName = "DIR", Required = true };
    private static readonly Option<int> Limit = new("--limit") { Description = "At most so many, newest first.", DefaultValueFactory = _ => 50 };

    public static Command Create(CommonOptions common) => new("datasets", "Freezes what was scored, and exports it to trainers.")
    {
        Snapshot(common), List(common), Show(common), Formats(common), Export(common), Verify(common),
    };

    private static Command Snapshot(CommonOptions common)
    {
        var command = new Command("snapshot", "Freezes what a query finds, through the gates.");
        SnapshotOptions.AddTo(command);
        common.Bind(command, SnapshotOptions.Read, async (call, request) =>
        {
            DatasetView.Show(call, await call.Session.Datasets.TakeSnapshotAsync(request, cancellationToken: call.Cancellation));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List(CommonOptions common)
    {
        var command = new Command("list", "Lists datasets, newest first.") { Limit };
        common.Bind(command, parsed => new ListDatasetsRequest { PageSize = Math.Clamp(parsed.GetValue(Limit), 1, 200) }, async (call, request) =>
        {
            DatasetView.ShowList(call, await call.Session.Datasets.ListDatasetsAsync(request, cancellationToken: call.Cancellation));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(CommonOptions common)
    {
        var command = new Command("show", "Shows a dataset's card.") { Id };
        common.Bind(command, parsed => new GetDatasetRequest { Id = parsed.GetRequiredValue(Id) }, async (call, request) =>
        {
            DatasetView.Show(call, await call.Session.Datasets.GetDatasetAsync(request, cancellationToken: call.Cancellation));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Formats(CommonOptions common)
    {
        var command = new Command("formats", "Lists the forms of an export.");
        common.Bind(command, _ => new ListExportFormatsRequest(), async (call, request) =>
        {
            var list = await call.Session.Datasets.ListExportFormatsAsync(request, cancellationToken: call.Cancellation);
            if (call.AsJson)
            {
                call.Terminal.Out.WriteLine(Json.Of(list));
                return ExitCode.Done;
            }

            Tables.Write(call.Terminal, ["id", "what it is"], list.Formats.Select(string[] (format) => [format.Id, format.Description]));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Export(CommonOptions common)
    {
        var command = new Command("export", "Writes a dataset's files; goes on with an export that was broken off.") { Id, Format, Output };
        common.Bind(
            command,
            parsed => (Dataset: parsed.GetRequiredValue(Id), Format: parsed.GetRequiredValue(Format), Folder: Path.GetFullPath(parsed.GetRequiredValue(Output))),
            async (call, asked) =>
            {
                var written = await new ExportDownload(call.Session.Signed, asked.Folder).RunAsync(asked.Dataset, asked.Format, call.Cancellation);
                DatasetView.ShowExport(call, written);
                return ExitCode.Done;
            });
        return command;
    }

    private static Command Verify(CommonOptions common)
    {
        var command = new Command("verify", "Compares the files of an export with its manifest; needs no server.") { Folder };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (files, problems) = await ExportVerification.RunAsync(parsed.GetRequiredValue(Folder), cancellation);
            return problems.Count > 0
                ? throw new CliException(ExitCode.Failed, "The export is not what its manifest says.", problems, "Export it again.")
                : DatasetView.ShowVerified(common.Terminal, files);
        });
        return command;
    }
}
