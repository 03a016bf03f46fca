using Creative.Server.Storage;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Creative.Server.Errors;

/// <summary>The one place where exceptions become statuses. What is not foreseen is logged and told as INTERNAL without its text.</summary>
public sealed class ErrorInterceptor(TimeProvider clock, ILogger<ErrorInterceptor> logger) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, () => continuation(request, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, () => Counted(continuation(request, responseStream, context)));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, () => continuation(new ClientStream<TRequest>(requestStream), context));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(context, () => Counted(continuation(new ClientStream<TRequest>(requestStream), responseStream, context)));

    private static async Task<bool> Counted(Task call)
    {
        await call;
        return true;
    }

    private async Task<T> GuardAsync<T>(ServerCallContext context, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (RpcException)
        {
            throw;
        }
        catch (Exception) when (context.CancellationToken.IsCancellationRequested)
        {
            // Whatever broke off, broke off because nobody waits for it any more.
            throw context.Deadline <= clock.GetUtcNow().UtcDateTime
                ? new RpcException(new Status(StatusCode.DeadlineExceeded, "The deadline has passed."))
                : new RpcException(new Status(StatusCode.Cancelled, "The call was cancelled."));
        }
        catch (Exception e) when (DiskSpace.IsExhausted(e))
        {
            Log.DiskFull(logger, context.Method);
            throw Refusals.DiskFull();
        }
        catch (Exception e)
        {
            Log.CallFailed(logger, context.Method, e);
            throw new RpcException(new Status(StatusCode.Internal, "The server failed; its log says why."));
        }
    }
}
