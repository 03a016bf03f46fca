using Creative.Contract.V1;
using Creative.Server.Errors;
using Creative.Server.Hosting;
using Creative.Server.Mapping;
using Creative.Server.Storage;
using Grpc.Core;

namespace Creative.Server.Jobs;

/// <summary>Streams a render: what has happened, then what happens, until it ends.</summary>
public sealed class RenderWatcher(RenderStore store, RenderFeeds feeds, Readiness readiness)
{
    /// <param name="after">Position in the history after which to start.</param>
    /// <returns>The render as it ended.</returns>
    /// <exception cref="RpcException">NOT_FOUND; UNAVAILABLE when the server ends first.</exception>
    public async Task<RenderRow> StreamAsync(string id, long after, IServerStreamWriter<RenderEvent> stream, CancellationToken cancellation)
    {
        using var lease = feeds.Open(id);
        using var subscription = lease.Feed.Subscribe();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, readiness.Stopping);
        try
        {
            while (true)
            {
                var (progress, historyGrew) = await subscription.NextAsync(ending.Token);
                foreach (var report in progress)
                {
                    // Not the ending token: cancelling a write aborts the whole call, and its caller would not hear why.
                    await stream.WriteAsync(new RenderEvent { RenderId = id, Progress = report }, cancellation);
                }

                if (historyGrew)
                {
                    (after, var ended) = await CatchUpAsync(id, after, stream, cancellation);
                    if (ended is not null)
                    {
                        return ended;
                    }
                }
            }
        }
        catch (Exception) when (readiness.Stopping.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The server ends; the render goes on when it is back. WatchRender follows it."));
        }
    }

    private async Task<(long After, RenderRow? Ended)> CatchUpAsync(string id, long after, IServerStreamWriter<RenderEvent> stream, CancellationToken cancellation)
    {
        // The state first: a render that has ended then gets nothing more, so its history is read whole.
        var render = await store.FindAsync(id, cancellation) ?? throw Refusals.NotFound("render", id);
        foreach (var (outcome, asset) in await store.HistoryAsync(id, after, cancellation))
        {
            await stream.WriteAsync(RenderMapping.ToEvent(outcome, asset), cancellation);
            after = outcome.Sequence;
        }

        if (!render.State.HasEnded())
        {
            return (after, null);
        }

        var history = await store.HistoryAsync(id, after: 0, cancellation);
        var sequence = history.Count + 1;
        if (after < sequence)
        {
            await stream.WriteAsync(new RenderEvent { RenderId = id, Sequence = sequence, Summary = RenderMapping.ToSummary(render, history) }, cancellation);
        }

        return (sequence, render);
    }
}
