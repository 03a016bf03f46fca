using System.Globalization;
using System.Text.Json;
using Creative.Cli.Commands;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Datasets;

/// <summary>Shows datasets and exports.</summary>
internal static class DatasetView
{
    public static void ShowList(CommandCall call, ListDatasetsResponse list)
    {
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(Json.Of(list));
            return;
        }

        Tables.Write(
            call.Terminal,
            ["id", "name", "taken", "items#", "usable#", "judgements#", "raters#", "splits"],
            list.Datasets.Select(string[] (dataset) =>
            [
                dataset.Id, dataset.Name, $"{dataset.CreateTime.ToDateTime():yyyy-MM-dd HH:mm}", $"{dataset.Items}", $"{dataset.Usable}", $"{dataset.Judgements}", $"{dataset.Raters}", Pairs(dataset.ItemsBySplit),
            ]));
    }

    public static void Show(CommandCall call, Dataset dataset)
    {
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(Json.Of(dataset));
            return;
        }

        var output = call.Terminal.Out;
        output.WriteLine($"{dataset.Id}  {dataset.Name}");
        output.WriteLine($"{dataset.Items} items, {dataset.Usable} of them usable; {dataset.Judgements} judgements by {dataset.Raters} raters");
        output.WriteLine($"splits: {Pairs(dataset.ItemsBySplit)} items; {Pairs(dataset.FamiliesBySplit)} families");
        output.WriteLine($"classes: {Pairs(dataset.ItemsByClass)}");
        output.WriteLine($"root: {dataset.MerkleRoot}");
        foreach (var (what, agreement) in dataset.Agreement.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"agreement on {what}: {Figure(agreement)}");
        }

        ShowGates(call.Terminal, dataset.Reports);
    }

    public static void ShowExport(CommandCall call, ExportResult result)
    {
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(JsonSerializer.Serialize(result, Json.Compact.ExportResult));
            return;
        }

        call.Terminal.Out.WriteLine($"{result.Files} files, {Tables.Size(result.Bytes)}{(result.Resumed ? " to go on from where it had broken off" : "")}: {result.Folder}");
    }

    public static int ShowVerified(Terminal terminal, int files)
    {
        terminal.Out.WriteLine($"{files} files, all as the manifest says");
        return ExitCode.Done;
    }

    private static void ShowGates(Terminal terminal, IEnumerable<GateReport> reports)
    {
        Tables.Write(
            terminal,
            ["gate", "before#", "after#", "remarks"],
            reports.Select(string[] (report) => [report.Gate, $"{report.ItemsBefore}", $"{report.ItemsAfter}", string.Join("; ", report.Remarks)]));
    }

    private static string Pairs(IEnumerable<KeyValuePair<string, long>> counts) =>
        string.Join(", ", counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));

    private static string Figure(Estimate agreement) => agreement.HasValue
        ? string.Create(CultureInfo.InvariantCulture, $"{agreement.Value:0.00}{(agreement.HasLow ? $" ({agreement.Low:0.00} to {agreement.High:0.00})" : "")}, {agreement.Count} items judged twice or more")
        : "undefined";
}
