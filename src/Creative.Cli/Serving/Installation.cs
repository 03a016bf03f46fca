using System.Runtime.InteropServices;

namespace Creative.Cli.Serving;

/// <summary>Where things lie around this program.</summary>
internal static class Installation
{
    private const string ServerVariable = "CREATIVE_SERVER_DLL";
    private const string ServerFile = "Creative.Server.dll";

    /// <value>The folder with samples/ and models/; the current one when the program was copied away from them.</value>
    public static string Root { get; } =
        Ancestors(AppContext.BaseDirectory).FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, "samples")))
        ?? Directory.GetCurrentDirectory();

    /// <summary>The server to start.</summary>
    /// <exception cref="CliException">It is nowhere to be found.</exception>
    public static string FindServer()
    {
        var here = AppContext.BaseDirectory;
        // artifacts/bin/Creative.Cli/release → artifacts/bin/Creative.Server/release
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(here));
        string?[] places =
        [
            Environment.GetEnvironmentVariable(ServerVariable),
            Path.Combine(here, ServerFile),
            Path.Combine(here, "..", "..", "Creative.Server", configuration, ServerFile),
        ];
        return places.Where(File.Exists).Select(place => Path.GetFullPath(place!)).FirstOrDefault()
            ?? throw new CliException(
                ExitCode.Failed,
                $"{ServerFile} was not found.",
                places.OfType<string>().Select(place => new Problem("", $"not at {Path.GetFullPath(place)}")),
                $"Build it (dotnet build), set {ServerVariable}, or name a running server with --server.");
    }

    /// <summary>The dotnet that runs this program, so that no PATH is needed.</summary>
    public static string DotnetHost()
    {
        // …/shared/Microsoft.NETCore.App/10.0.x/ → …/dotnet
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        return File.Exists(host) ? host : "dotnet";
    }

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }
}
