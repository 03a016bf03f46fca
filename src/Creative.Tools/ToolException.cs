namespace Creative.Tools;

/// <summary>Ends a command: what it was given is wrong, and the same call will never work.</summary>
/// <param name="problems">Each names its file or field.</param>
internal sealed class ToolException(string message, params IEnumerable<string> problems) : Exception(message)
{
    public IReadOnlyList<string> Problems { get; } = [.. problems];
}
