using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;
using Status = Grpc.Core.Status;

namespace Creative.Server.Errors;

/// <summary>
/// Every error that a client sees: a status code, plain words, and in the trailer <c>grpc-status-details-bin</c> a
/// <c>google.rpc.Status</c> with the details for machines. None names a path or a type of this program.
/// </summary>
public static class Refusals
{
    private const string DetailsTrailer = "grpc-status-details-bin";
    private const string Domain = "creative.v1";

    /// <summary>INVALID_ARGUMENT with every problem of the request at once.</summary>
    public static RpcException BadRequest(IReadOnlyCollection<FieldProblem> problems)
    {
        var details = new BadRequest();
        foreach (var problem in problems)
        {
            details.FieldViolations.Add(new BadRequest.Types.FieldViolation { Field = problem.Field, Description = problem.Message });
        }

        var first = problems.First();
        var more = problems.Count == 1 ? "" : $" (and {problems.Count - 1} more)";
        return With(StatusCode.InvalidArgument, $"{first.Field}: {first.Message}{more}", details);
    }

    public static RpcException BadRequest(string field, string message) => BadRequest([new FieldProblem(field, message)]);

    /// <summary>NOT_FOUND, naming each thing that is not there.</summary>
    /// <param name="kind">Such as "asset".</param>
    public static RpcException NotFound(string kind, params IReadOnlyList<string> names) => With(
        StatusCode.NotFound,
        $"There is no {kind} '{string.Join("', '", names.Select(Excerpt))}'.",
        [.. names.Select(name => new ResourceInfo { ResourceType = kind, ResourceName = Excerpt(name) })]);

    /// <summary>ALREADY_EXISTS: the request id belongs to a render of something else.</summary>
    public static RpcException RequestIdTaken(string requestId, string renderId) => With(
        StatusCode.AlreadyExists,
        $"request_id '{requestId}' was used for another brief or other options, by render '{renderId}'. Choose a new one.",
        new ErrorInfo { Reason = "REQUEST_ID_TAKEN", Domain = Domain, Metadata = { ["render_id"] = renderId } },
        new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "request_id", Description = "was used for another brief or other options" } } });

    /// <summary>FAILED_PRECONDITION, naming all that is missing.</summary>
    /// <param name="missing">What kind of thing, which one, and plain words.</param>
    public static RpcException Precondition(IReadOnlyCollection<(string Type, string Subject, string Description)> missing)
    {
        var details = new PreconditionFailure();
        foreach (var (type, subject, description) in missing)
        {
            details.Violations.Add(new PreconditionFailure.Types.Violation { Type = type, Subject = subject, Description = description });
        }

        return With(StatusCode.FailedPrecondition, string.Join(" ", missing.Select(one => one.Description)), details);
    }

    /// <summary>RESOURCE_EXHAUSTED: as many renders wait as may wait.</summary>
    public static RpcException QueueFull(int limit) => With(
        StatusCode.ResourceExhausted,
        $"{limit} renders are waiting or running, which is the limit. Try again when one has ended.",
        new QuotaFailure { Violations = { new QuotaFailure.Types.Violation { Subject = "renders", Description = $"at most {limit} unfinished renders" } } },
        new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(10)) });

    /// <summary>RESOURCE_EXHAUSTED: no room on the disk.</summary>
    public static RpcException DiskFull() => With(
        StatusCode.ResourceExhausted,
        DiskFullMessage,
        new QuotaFailure { Violations = { new QuotaFailure.Types.Violation { Subject = "disk", Description = DiskFullMessage } } });

    public const string DiskFullMessage = "The server's disk is full: nothing more can be kept until there is room.";

    /// <summary>A status with details in the trailer.</summary>
    public static RpcException With(StatusCode code, string message, params IReadOnlyList<IMessage> details)
    {
        var status = new RpcStatus { Code = (int)code, Message = message };
        status.Details.AddRange(details.Select(detail => Any.Pack(detail)));
        return new RpcException(new Status(code, message), new Metadata { { DetailsTrailer, status.ToByteArray() } });
    }

    private static string Excerpt(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
