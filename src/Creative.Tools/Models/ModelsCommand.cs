using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Creative.Engine.Checks;

namespace Creative.Tools.Models;

/// <summary><c>creative models check DIR</c>: what a model folder is, what it can do, and everything that is missing or wrong.</summary>
internal static class ModelsCommand
{
    private static readonly Argument<DirectoryInfo> Folder = new("DIR") { Description = "A model folder, such as models/elements-mini." };

    public static Command Create(Option<bool> json, TextWriter output)
    {
        var check = new Command("check", "Tells what a model folder is, what it can do, and everything that is missing or wrong; exit code 0 when it can be used, else 1.")
        {
            Folder,
        };
        check.SetAction(parsed => Check(parsed.GetValue(Folder)!, parsed.GetValue(json), output));
        return new Command("models", "Model folders.") { check };
    }

    private static int Check(DirectoryInfo folder, bool asJson, TextWriter output)
    {
        if (!folder.Exists)
        {
            throw new ToolException($"{folder}: there is no such folder.");
        }

        var report = ModelCheck.Run(folder.FullName);
        output.WriteLine(asJson
            ? JsonSerializer.Serialize(report with { Folder = folder.ToString() }, JsonSerializerOptions.Web)
            : string.Join(Environment.NewLine, Lines(report)));
        return report.Usable ? App.Done : App.Failed;
    }

    private static IEnumerable<string> Lines(ModelReport report)
    {
        yield return $"{report.Id} {report.Version}".TrimEnd() + $": {(report.Usable ? "can be used" : "cannot be used")}";
        (string Name, string Says)[] facts =
        [
            ("kind", report.Kind), ("family", report.Family), ("precision", report.Precision), ("paints", report.NativeSize), ("scheduler", report.Scheduler),
            ("prompts", report.Prompts), ("size", report.Bytes == 0 ? "" : Size(report.Bytes)),
        ];
        foreach (var (name, says) in facts.Where(fact => fact.Says.Length > 0))
        {
            yield return $"  {name,-12}{says}";
        }

        foreach (var part in report.Parts)
        {
            yield return $"  {"part",-12}{part.Name}: {part.Precision}, {Size(part.Bytes)}";
        }

        foreach (var ability in report.Abilities)
        {
            yield return $"  {(ability.Can ? "can" : "cannot"),-12}{ability.Name}: {ability.Says}";
        }

        foreach (var problem in report.Problems)
        {
            yield return $"  {"wrong",-12}{problem}";
        }
    }

    private static string Size(long bytes) => bytes < 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / 1024.0)} KiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.0} MiB");
}
