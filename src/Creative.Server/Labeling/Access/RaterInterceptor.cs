using Creative.Contract.V1;
using Creative.Server.Labeling.Storage;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Creative.Server.Labeling.Access;

/// <summary>Lets a call of the labelling, dataset and model services through only with the key of a rater whose role suffices. Other services pass untouched.</summary>
public sealed class RaterInterceptor(RaterDirectory raters) : Interceptor
{
    public const string KeyEntry = "rater-key";

    private static readonly string Prefix = $"/{LabelingService.Descriptor.FullName}/";
    private static readonly object Caller = new();

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Admit(context);
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Admit(context);
        return continuation(request, responseStream, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Admit(context);
        return continuation(requestStream, context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Admit(context);
        return continuation(requestStream, responseStream, context);
    }

    /// <summary>Who calls; only in calls that <see cref="RaterInterceptor"/> let through.</summary>
    public static RaterRow CallerOf(ServerCallContext context) => (RaterRow)context.UserState[Caller];

    private void Admit(ServerCallContext context)
    {
        var labels = context.Method.StartsWith(Prefix, StringComparison.Ordinal);
        if (!labels && !Permissions.IsForLeads(context.Method))
        {
            return;
        }

        var (method, least) = (context.Method[(context.Method.LastIndexOf('/') + 1)..], RaterRole.Lead);
        if (labels && !Permissions.LeastRoles.TryGetValue(method, out least))
        {
            throw new RpcException(new Status(StatusCode.PermissionDenied, $"Nobody may call {method}."));
        }

        if (least == RaterRole.Unspecified)
        {
            return;
        }

        var rater = raters.WhoseIs(context.RequestHeaders.GetValue(KeyEntry) ?? "") ?? throw AccessRefusals.UnknownKey();
        context.UserState[Caller] = rater.Role >= least ? rater : throw AccessRefusals.RoleTooLow(method, least);
    }
}
