namespace Grpc.Core;

/// <summary>What the four kinds of call share: headers, status, trailers, disposal. The state object saves the channel a closure per call.</summary>
internal readonly struct CallState(
    Func<object, Task<Metadata>> responseHeadersAsync,
    Func<object, Status> getStatus,
    Func<object, Metadata> getTrailers,
    Action<object> dispose,
    object state)
{
    internal CallState(Task<Metadata> responseHeadersAsync, Func<Status> getStatus, Func<Metadata> getTrailers, Action dispose)
        : this(
            headers => (Task<Metadata>)headers,
            _ => getStatus(),
            _ => getTrailers(),
            _ => dispose(),
            responseHeadersAsync)
    {
    }

    internal Task<Metadata> ResponseHeadersAsync() => responseHeadersAsync(state);

    internal Status GetStatus() => getStatus(state);

    internal Metadata GetTrailers() => getTrailers(state);

    internal void Dispose() => dispose(state);
}
