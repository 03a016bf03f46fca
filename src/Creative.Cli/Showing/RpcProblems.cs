using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace Creative.Cli.Showing;

/// <summary>Turns a refusal of the server into words, with every field it names.</summary>
internal static class RpcProblems
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    public static CliException Explain(RpcException refusal)
    {
        var (exitCode, nextStep) = refusal.StatusCode switch
        {
            StatusCode.InvalidArgument => (ExitCode.Usage, "Correct these fields and send it again."),
            StatusCode.Unauthenticated or StatusCode.PermissionDenied => (ExitCode.Usage, "Name the key of somebody who may: --key-file FILE or CREATIVE_RATER_KEY."),
            StatusCode.NotFound => (ExitCode.Usage, "List what there is: creative assets list, creative brands list, creative placements."),
            StatusCode.Unavailable => (ExitCode.Failed, "Is the server running at that address? Without --server one is started for the call."),
            StatusCode.DeadlineExceeded => (ExitCode.Failed, "Ask for fewer placements or variants, or give it more time."),
            StatusCode.ResourceExhausted => (ExitCode.Failed, "Make room on the server's disk, or try again when it is less busy."),
            StatusCode.Unimplemented => (ExitCode.Failed, "The server is older than this program: update it."),
            StatusCode.Internal or StatusCode.Unknown => (ExitCode.Failed, "The server's log says more."),
            _ => (ExitCode.Failed, ""),
        };
        var name = ConstantCase(refusal.StatusCode);
        // What the connection itself says, such as "Connection refused (localhost:5080)".
        var cause = refusal.Status.DebugException is { } inner ? [new Problem("", inner.Message)] : Array.Empty<Problem>();
        return new CliException(exitCode, $"{name}: {refusal.Status.Detail}", [.. Violations(refusal), .. cause], nextStep);
    }

    /// <summary>The field violations of the google.rpc.BadRequest in the trailers; none when there is none.</summary>
    public static IReadOnlyList<Problem> Violations(RpcException refusal)
    {
        var details = refusal.Trailers.FirstOrDefault(entry => entry.IsBinary && entry.Key == DetailsTrailer);
        if (details is null)
        {
            return [];
        }

        try
        {
            return
            [
                .. Google.Rpc.Status.Parser.ParseFrom(details.ValueBytes).Details
                    .Where(any => any.Is(BadRequest.Descriptor))
                    .SelectMany(any => any.Unpack<BadRequest>().FieldViolations)
                    .Select(violation => new Problem(violation.Field, violation.Description)),
            ];
        }
        catch (InvalidProtocolBufferException damaged)
        {
            return [new Problem(DetailsTrailer, $"cannot be read: {damaged.Message}")];
        }
    }

    /// <summary>"InvalidArgument" → "INVALID_ARGUMENT", the name in gRPC's own documentation.</summary>
    private static string ConstantCase(StatusCode code) =>
        string.Concat(code.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));
}
