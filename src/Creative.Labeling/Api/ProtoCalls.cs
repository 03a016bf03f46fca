using Creative.Contract.V1;
using Creative.Labeling.Server;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Labeling.Api;

/// <summary>A unary call of the contract as an endpoint that takes and gives JSON.</summary>
internal static class ProtoCalls
{
    public static void MapCall<TRequest, TResponse>(
        this IEndpointRouteBuilder routes,
        string path,
        Func<LabelingService.LabelingServiceClient, TRequest, CallOptions, AsyncUnaryCall<TResponse>> call)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse> =>
        routes.MapPost(path, async (HttpContext context, LabelingService.LabelingServiceClient client, RaterCall rater) =>
        {
            var request = await ProtoJson.ReadAsync<TRequest>(context.Request, context.RequestAborted);
            using var under = call(client, request, rater.Options);
            await ProtoJson.WriteAsync(context.Response, await under.ResponseAsync, context.RequestAborted);
        });
}
