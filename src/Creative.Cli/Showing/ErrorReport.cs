using System.Text.Json;
using Spectre.Console;

namespace Creative.Cli.Showing;

/// <summary>Prints what went wrong: for people on the error stream, or as one JSON document on the output stream.</summary>
internal sealed class ErrorReport(Terminal terminal, bool json)
{
    /// <returns>The exit code to end with.</returns>
    public int Show(CliException problem)
    {
        if (json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(
                new ErrorDocument(new ErrorBody(problem.ExitCode, problem.Message, problem.Problems, problem.NextStep)),
                Json.Compact.ErrorDocument));
            return problem.ExitCode;
        }

        terminal.Progress.MarkupLineInterpolated($"[red]{problem.Message}[/]");
        foreach (var line in problem.Problems)
        {
            terminal.Error.WriteLine($"  {line}");
        }

        if (problem.NextStep.Length > 0)
        {
            terminal.Error.WriteLine(problem.NextStep);
        }

        return problem.ExitCode;
    }
}

internal sealed record ErrorDocument(ErrorBody Error);

internal sealed record ErrorBody(int ExitCode, string Message, IReadOnlyList<Problem> Problems, string NextStep);
