namespace Creative.Cli.Tests;

/// <summary>Runs the program as a person would, except for the process.</summary>
internal static class CommandLine
{
    public static async Task<(int ExitCode, string Out, string Error)> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await App.RunAsync(arguments, new Terminal(TextWriter.Synchronized(output), TextWriter.Synchronized(error), interactive: false), cancellation);
        return (exitCode, output.ToString(), error.ToString());
    }

    public static Task<(int ExitCode, string Out, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, CancellationToken.None);
}
