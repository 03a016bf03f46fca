using Grpc.Core;

namespace Creative.Server.Errors;

/// <summary>What a client streams. That it breaks off is its own affair and no failure of the server.</summary>
internal sealed class ClientStream<T>(IAsyncStreamReader<T> stream) : IAsyncStreamReader<T>
{
    public T Current => stream.Current;

    /// <exception cref="RpcException">CANCELLED: the client broke off.</exception>
    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            return await stream.MoveNext(cancellationToken);
        }
        catch (IOException)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "The client broke off its stream."));
        }
    }
}
