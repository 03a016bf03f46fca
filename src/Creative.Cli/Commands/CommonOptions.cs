using System.CommandLine;
using Creative.Cli.Serving;

namespace Creative.Cli.Commands;

/// <summary>The options that every command has, and the way from them to a connected server.</summary>
internal sealed class CommonOptions(Terminal terminal)
{
    public Terminal Terminal { get; } = terminal;

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Write JSON for machines to standard output: one document, or one line per event while rendering.",
        Recursive = true,
    };

    private Option<string?> Server { get; } = new("--server")
    {
        Description = "A running server, such as http://127.0.0.1:5080 (or CREATIVE_SERVER). Without it one is started for the call.",
        HelpName = "URL",
        Recursive = true,
    };

    private Option<string?> Data { get; } = new("--data")
    {
        Description = "Where a server started for the call keeps its assets (or CREATIVE_DATA). Default: out/data.",
        HelpName = "DIR",
        Recursive = true,
    };

    public void AddTo(RootCommand root)
    {
        root.Options.Add(Server);
        root.Options.Add(Data);
        root.Options.Add(Json);
    }

    /// <summary>Gives a command its body: connect, run, disconnect. The body returns the exit code.</summary>
    /// <param name="check">Reads what the command line names, before any server is started.</param>
    public void Bind<T>(Command command, Func<ParseResult, T> check, Func<CommandCall, T, Task<int>> body) =>
        command.SetAction(async (parsed, cancellation) =>
        {
            var input = check(parsed);
            var settings = ServerSettings.From(parsed.GetValue(Server), parsed.GetValue(Data));
            await using var session = await ServerSession.OpenAsync(settings, Terminal, cancellation);
            return await body(new CommandCall(Terminal, session, parsed.GetValue(Json), cancellation), input);
        });
}

/// <summary>One running command.</summary>
/// <param name="AsJson">Results as JSON for machines.</param>
internal sealed record CommandCall(Terminal Terminal, ServerSession Session, bool AsJson, CancellationToken Cancellation);
