using System.Diagnostics;
using Creative.Server.Tests.Hosting;

namespace Creative.Server.Tests.Datasets;

/// <summary>Programs that other people read exports with.</summary>
internal static class Readers
{
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    private static readonly Lazy<string?> Found = new(() => Pythons.FirstOrDefault(python => Try(python, "-c", "import PIL").ExitCode == 0));

    /// <value>A Python with Pillow; null: there is none.</value>
    public static string? Python => Found.Value;

    public static string DuckDbScript { get; } = Path.Combine(Repository.Root, "tests", "readers", "duckdb.mjs");

    public static bool HasDuckDb { get; } = Directory.Exists(Path.Combine(Repository.Root, "tests", "readers", "node_modules", "@duckdb"));

    /// <summary>What a program prints. Fails the test when the program fails.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var (exitCode, output, error) = Try(program, arguments);
        Assert.True(exitCode == 0, $"{program} ended with {exitCode}: {error}");
        return output;
    }

    /// <summary>Rows of the last statement, as JSON.</summary>
    public static string DuckDb(params string[] sql) => Run("node", [DuckDbScript, .. sql]);

    private static (int ExitCode, string Output, string Error) Try(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (-1, "", missing.Message);
        }
    }
}

/// <summary>A test that needs a Python with Pillow; skipped where there is none.</summary>
internal sealed class PillowFactAttribute : FactAttribute
{
    public PillowFactAttribute() => Skip = Readers.Python is null ? "No Python here has Pillow (apt-get install python3-pil)." : null;
}

/// <summary>A test that needs DuckDB; skipped where it is not installed.</summary>
internal sealed class DuckDbFactAttribute : FactAttribute
{
    public DuckDbFactAttribute() => Skip = Readers.HasDuckDb ? null : "DuckDB is not installed (npm ci --ignore-scripts in tests/readers).";
}
