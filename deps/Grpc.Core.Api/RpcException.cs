namespace Grpc.Core;

/// <summary>A call that ended with another status than OK. Thrown by clients; thrown in a handler it sets the call's status and trailers.</summary>
public class RpcException : Exception
{
    public RpcException(Status status)
        : this(status, new Metadata(), status.ToString())
    {
    }

    public RpcException(Status status, string message)
        : this(status, new Metadata(), message)
    {
    }

    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    public Status Status { get; }

    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>Trailers that came, or go, with the status; <c>grpc-status-details-bin</c> among them.</summary>
    public Metadata Trailers { get; }
}
