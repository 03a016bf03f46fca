using System.Diagnostics;

namespace Creative.Training.Tests;

/// <summary>How a program ended, and all that it wrote.</summary>
internal sealed record Ended(int ExitCode, string Output, string Errors);

/// <summary>Runs the scripts under models/train.</summary>
internal static class PythonScript
{
    public static string Root { get; } = FindRoot();

    /// <param name="script">Below models/train.</param>
    public static Ended Run(string script, params string[] arguments) => Start(TorchFactAttribute.Python, script, arguments, null);

    /// <summary>A shell script, which does its work in the folder given.</summary>
    public static Ended RunShell(string script, string work, params string[] arguments) => Start("sh", script, arguments, work);

    /// <summary>A bench of this project, built like this program.</summary>
    public static Ended RunBench(params string[] arguments)
    {
        var here = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        return Start("dotnet", Path.Combine(here, "..", "..", "Creative.Bench", Path.GetFileName(here), "Creative.Bench.dll"), arguments, null);
    }

    private static Ended Start(string program, string script, string[] arguments, string? work)
    {
        var start = new ProcessStartInfo(program, [Path.Combine(Root, "models", "train", script), .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Root };
        start.Environment["PYTHON"] = TorchFactAttribute.Python;
        start.Environment["OMP_NUM_THREADS"] = "1";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        if (work is not null)
        {
            start.Environment["WORK"] = work;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Ended(process.ExitCode, output, errors.Result);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "models", "train")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("models/train is not above this program.");
    }
}
