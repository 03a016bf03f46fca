namespace Creative.Cli;

/// <summary>What the process says to its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something was refused, or failed on the way.</summary>
    public const int Failed = 1;

    /// <summary>The command line or a file it names is wrong: the same call will never work.</summary>
    public const int Usage = 2;
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Field">Its path, such as "brief.copy.headline"; may be empty.</param>
internal sealed record Problem(string Field, string Message)
{
    public override string ToString() => Field.Length == 0 ? Message : $"{Field}: {Message}";
}

/// <summary>Ends a command, with all that a person needs to put it right.</summary>
internal sealed class CliException(int exitCode, string message, IEnumerable<Problem> problems, string nextStep = "")
    : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public IReadOnlyList<Problem> Problems { get; } = [.. problems];

    /// <value>What to do next; may be empty.</value>
    public string NextStep { get; } = nextStep;

    public static CliException BadInput(string message, params IEnumerable<Problem> problems) =>
        new(Cli.ExitCode.Usage, message, problems);
}
