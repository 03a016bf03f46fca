using System.CommandLine;
using System.Text.Json;

namespace Creative.Tools.Vectors;

/// <summary><c>creative vectors DIR</c>: runs published scheduler test values against our schedulers.</summary>
internal static class VectorsCommand
{
    private static readonly Argument<DirectoryInfo> Folder = new("DIR") { Description = "A folder with vector files, *.json." };

    public static Command Create(Option<bool> json, TextWriter output, TextWriter error)
    {
        var command = new Command("vectors", "Runs scheduler vector files (*.json) against the schedulers; ends with 'N passed, N failed'.") { Folder };
        command.SetAction(parsed => Run(parsed.GetValue(Folder)!, parsed.GetValue(json), output, error));
        return command;
    }

    private static int Run(DirectoryInfo folder, bool asJson, TextWriter output, TextWriter error)
    {
        var files = VectorFile.ReadAll(folder);
        var results = new List<VectorResult>();
        foreach (var file in files)
        {
            error.WriteLine($"{file.Name}: {file.Cases.Count} cases");
            foreach (var item in file.Cases)
            {
                var result = VectorRunner.Run(file.Name, item);
                results.Add(result);
                if (!result.Passed && !asJson)
                {
                    output.WriteLine(result);
                }
            }
        }

        var failed = results.Count(result => !result.Passed);
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(new { passed = results.Count - failed, failed, cases = results }, JsonSerializerOptions.Web));
        }
        else
        {
            output.WriteLine($"{results.Count - failed} passed, {failed} failed");
        }

        return failed == 0 ? App.Done : App.Failed;
    }
}
