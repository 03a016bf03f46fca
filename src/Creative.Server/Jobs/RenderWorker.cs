using Creative.Contract.V1;
using Creative.Server.Errors;
using Creative.Server.Hosting;
using Creative.Server.Storage;
using Grpc.Core;

namespace Creative.Server.Jobs;

/// <summary>Takes renders from the queue and sees each to its end. At start it takes up what an earlier process left unfinished.</summary>
public sealed class RenderWorker(
    PendingRenders pending, RenderStore store, RenderFeeds feeds, RenderRunner runner, ServerOptions options, ILogger<RenderWorker> logger) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var unfinished = await store.UnfinishedAsync(cancellationToken);
        foreach (var id in unfinished)
        {
            pending.Enqueue(id);
        }

        if (unfinished.Count > 0)
        {
            Log.RendersResumed(logger, unfinished.Count);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.ParallelRenders).Select(_ => TakeAsync(stoppingToken)));

    private async Task TakeAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var id in pending.TakeAsync(stopping))
            {
                await RunAsync(id, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    private async Task RunAsync(string id, CancellationToken stopping)
    {
        using var lease = feeds.Open(id);
        using var running = pending.Start(id, stopping);
        try
        {
            // Stoppable before it begins: a cancel in between is seen by one of the two.
            var (state, code, error) = await OutcomeOfAsync(id, lease.Feed, running.Cancellation, stopping);
            if (state.HasEnded())
            {
                await store.EndAsync(id, state, code, error, CancellationToken.None);
            }

            lease.Feed.Announce();
        }
        catch (Exception e)
        {
            Log.RenderEndLost(logger, id, e);
            lease.Feed.Break(DiskSpace.IsExhausted(e) ? Refusals.DiskFull() : new RpcException(new Status(StatusCode.Internal, "The server failed; its log says why.")));
        }
    }

    /// <summary>How a render ended: its state (unspecified: not at all), and why it failed.</summary>
    private async Task<(RenderState State, StatusCode Code, string Error)> OutcomeOfAsync(
        string id, RenderFeed feed, CancellationToken cancellation, CancellationToken stopping)
    {
        try
        {
            if (await store.BeginAsync(id, cancellation) is not { } render)
            {
                return default;
            }

            Log.RenderStarted(logger, id, await store.CountOutcomesAsync(id, cancellation), render.Expected);
            await runner.WorkAsync(render, feed, cancellation);
            Log.RenderSucceeded(logger, id, (await store.FindAsync(id, cancellation))!.ElapsedMs);
            return (RenderState.Succeeded, StatusCode.OK, "");
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            Log.RenderInterrupted(logger, id);
            return default;
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            Log.RenderCancelled(logger, id);
            return (RenderState.Cancelled, StatusCode.OK, "");
        }
        catch (Exception e) when (DiskSpace.IsExhausted(e))
        {
            Log.RenderRefused(logger, id, Refusals.DiskFullMessage);
            return (RenderState.Failed, StatusCode.ResourceExhausted, Refusals.DiskFullMessage);
        }
        catch (RpcException e)
        {
            Log.RenderRefused(logger, id, e.Status.StatusCode.ToString());
            return (RenderState.Failed, e.StatusCode, e.Status.Detail);
        }
        catch (Exception e)
        {
            Log.RenderFailed(logger, id, e);
            return (RenderState.Failed, StatusCode.Internal, "The server failed; its log says why.");
        }
    }
}
