using System.Text.Json;
using Creative.Cli.Commands;
using Creative.Cli.Delivery;

namespace Creative.Cli.Showing;

/// <summary>What is said when a render is over.</summary>
internal static class RenderResult
{
    /// <param name="folder">Null: files were not kept.</param>
    /// <returns>The exit code: done only when nothing was refused.</returns>
    public static int Show(CommandCall call, RenderIndex index, string? folder)
    {
        var complete = index is { State: "SUCCEEDED", Refused.Count: 0 } && index.Files.All(file => file.HardFailures == 0);
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine($$"""{"index":{{JsonSerializer.Serialize(index, Json.Compact.RenderIndex)}}}""");
            return complete ? ExitCode.Done : ExitCode.Failed;
        }

        Tables.Write(
            call.Terminal,
            ["file", "size", "style", "bytes#", "quality#", "checks#", "asset"],
            index.Files.Select(string[] (file) =>
            [
                file.File.Length > 0 ? file.File : file.Placement,
                $"{file.Width}x{file.Height}",
                file.Style,
                Tables.Size(file.Bytes),
                file.Quality == 0 ? "lossless" : $"{file.Quality}",
                $"{file.ChecksPassed}/{file.Checks}",
                file.AssetId,
            ]));
        foreach (var refused in index.Refused)
        {
            call.Terminal.Out.WriteLine($"refused  variant {refused.Variant}, {refused.Placement}: {refused.Rule}: {refused.Reason}");
        }

        var where = folder is null ? "" : $" in {folder}";
        call.Terminal.Out.WriteLine($"{index.Files.Count} files{where}, {index.Refused.Count} refused, {index.ElapsedMs / 1000.0:0.0} s");
        if (index.Error.Length > 0)
        {
            call.Terminal.Error.WriteLine(index.Error);
        }

        return complete ? ExitCode.Done : ExitCode.Failed;
    }
}
