using Creative.Contract.V1;
using Google.Rpc;
using Grpc.Core;

namespace Creative.Labeling.Server;

/// <summary>Why the server did not do what was asked, in the words of HTTP.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Code">The gRPC status by name, such as "InvalidArgument".</param>
/// <param name="Problems">Every field that is named.</param>
public sealed record ServerRefusal(int Status, string Code, string Message, IReadOnlyList<FieldProblem> Problems)
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    public static ServerRefusal Of(RpcException error) => new(StatusOf(error.StatusCode), error.StatusCode.ToString(), error.Status.Detail, Violations(error));

    private static int StatusOf(StatusCode code) => code switch
    {
        StatusCode.InvalidArgument or StatusCode.OutOfRange => StatusCodes.Status400BadRequest,
        StatusCode.Unauthenticated => StatusCodes.Status401Unauthorized,
        StatusCode.PermissionDenied => StatusCodes.Status403Forbidden,
        StatusCode.NotFound => StatusCodes.Status404NotFound,
        StatusCode.AlreadyExists or StatusCode.FailedPrecondition or StatusCode.Aborted => StatusCodes.Status409Conflict,
        StatusCode.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status502BadGateway,
    };

    private static IReadOnlyList<FieldProblem> Violations(RpcException error) =>
        error.Trailers.FirstOrDefault(entry => entry.IsBinary && entry.Key == DetailsTrailer) is not { } details
            ? []
            : [.. Google.Rpc.Status.Parser.ParseFrom(details.ValueBytes).Details
                .Where(any => any.Is(BadRequest.Descriptor))
                .SelectMany(any => any.Unpack<BadRequest>().FieldViolations)
                .Select(violation => new FieldProblem { Field = violation.Field, Description = violation.Description })];
}
