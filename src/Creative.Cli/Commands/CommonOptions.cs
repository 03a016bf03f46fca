using System.CommandLine;
using Creative.Cli.Serving;
using Google.Protobuf;
using Grpc.Core;

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

    private Option<string?> KeyFile { get; } = new("--key-file")
    {
        Description = "File with the key of a lead or admin (or CREATIVE_RATER_KEY), for what is not open to everybody. Default: admin.key in the data folder.",
        HelpName = "FILE",
        Recursive = true,
    };

    public void AddTo(RootCommand root)
    {
        root.Options.Add(Server);
        root.Options.Add(Data);
        root.Options.Add(KeyFile);
        root.Options.Add(Json);
    }

    /// <summary>Gives a command its body: connect, run, disconnect. The body returns the exit code.</summary>
    /// <param name="check">Reads what the command line names, before any server is started.</param>
    public void Bind<T>(Command command, Func<ParseResult, T> check, Func<CommandCall, T, Task<int>> body) =>
        command.SetAction(async (parsed, cancellation) =>
        {
            var input = check(parsed);
            var settings = ServerSettings.From(parsed.GetValue(Server), parsed.GetValue(Data), parsed.GetValue(KeyFile));
            await using var session = await ServerSession.OpenAsync(settings, Terminal, cancellation);
            return await body(new CommandCall(Terminal, session, parsed.GetValue(Json), cancellation), input);
        });

    /// <summary>A body for a command that asks one thing and shows the answer.</summary>
    /// <param name="read">Makes the request, before any server is started.</param>
    /// <param name="ask">Sends it.</param>
    /// <param name="words">Writes the answer for people.</param>
    public void Ask<TRequest, TAnswer>(
        Command command, Func<ParseResult, TRequest> read, Func<ServerSession, TRequest, CallOptions, AsyncUnaryCall<TAnswer>> ask, Action<Terminal, TAnswer> words)
        where TAnswer : IMessage =>
        Bind(command, read, async (call, request) =>
        {
            call.Show(await ask(call.Session, request, new CallOptions(cancellationToken: call.Cancellation)), words);
            return ExitCode.Done;
        });
}

/// <summary>One running command.</summary>
/// <param name="AsJson">Results as JSON for machines.</param>
internal sealed record CommandCall(Terminal Terminal, ServerSession Session, bool AsJson, CancellationToken Cancellation)
{
    /// <summary>Writes an answer: as JSON for machines, or the way <paramref name="words"/> writes it for people.</summary>
    public void Show<T>(T answer, Action<Terminal, T> words)
        where T : IMessage
    {
        if (AsJson)
        {
            Terminal.Out.WriteLine(Showing.Json.Of(answer));
        }
        else
        {
            words(Terminal, answer);
        }
    }
}
