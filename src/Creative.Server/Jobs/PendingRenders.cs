using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Creative.Server.Jobs;

/// <summary>
/// The order of work and the way to stop it. It holds ids only: what is to be done is in the database, which fills the
/// queue again when the server starts.
/// </summary>
public sealed class PendingRenders
{
    private readonly Channel<string> _waiting = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);

    public void Enqueue(string renderId) => _waiting.Writer.TryWrite(renderId);

    /// <summary>The next ids as they come; waiting takes no CPU.</summary>
    public IAsyncEnumerable<string> TakeAsync(CancellationToken stopping) => _waiting.Reader.ReadAllAsync(stopping);

    /// <summary>Makes a render that starts now stoppable.</summary>
    /// <param name="stopping">Stops it too.</param>
    public Running Start(string renderId, CancellationToken stopping)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _running[renderId] = source;
        return new Running(this, renderId, source);
    }

    /// <summary>Stops a render if it is running.</summary>
    public void Stop(string renderId)
    {
        if (_running.TryGetValue(renderId, out var source))
        {
            try
            {
                source.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It ended in this moment, which is what was wanted.
            }
        }
    }

    /// <summary>A render that is being worked on, until it is disposed.</summary>
    public sealed class Running(PendingRenders pending, string renderId, CancellationTokenSource source) : IDisposable
    {
        public CancellationToken Cancellation => source.Token;

        public void Dispose()
        {
            pending._running.TryRemove(renderId, out _);
            source.Dispose();
        }
    }
}
