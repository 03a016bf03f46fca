using System.CommandLine;
using Creative.Cli.Datasets;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary><c>creative rounds</c>: how the usable rate went, round by round.</summary>
internal static class RoundCommand
{
    private static readonly Option<string?> Series = new("--series") { Description = "Only one line of rounds." };

    public static Command Create(CommonOptions common)
    {
        var command = new Command("rounds", "Shows each round: what was judged, exported, trained and promoted, and the usable rate.") { Series };
        common.Bind(command, parsed => new ListRoundsRequest { Series = parsed.GetValue(Series) ?? "" }, async (call, request) =>
        {
            RoundView.Show(call, await call.Session.Datasets.ListRoundsAsync(request, cancellationToken: call.Cancellation));
            return ExitCode.Done;
        });
        return command;
    }
}
