using System.Security.Cryptography;
using Creative.Contract.V1;
using Creative.Server.Errors;
using Creative.Server.Hosting;
using Creative.Server.Storage;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Server.Jobs;

/// <summary>Takes renders in: checks them, keeps them, puts them in the queue; and takes them back.</summary>
public sealed class RenderIntake(
    RequestReader reader, RenderStore store, PendingRenders pending, RenderFeeds feeds, ServerOptions options, TimeProvider clock, ILogger<RenderIntake> logger)
{
    /// <summary>Accepts a render, or finds the one that the same request has made before. It is on the disk when this returns.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT, ALREADY_EXISTS for a request id of something else, RESOURCE_EXHAUSTED.</exception>
    public async Task<(RenderRow Render, bool IsNew)> AcceptAsync(RenderRequest request, CancellationToken cancellation)
    {
        var fingerprint = FingerprintOf(request);
        if (request.RequestId.Length > 0 && await store.FindByRequestIdAsync(request.RequestId, cancellation) is { } earlier)
        {
            return (SameOrRefused(earlier, fingerprint), false);
        }

        var (brief, brand) = await reader.ReadAsync(request, brandVersion: null, cancellation);
        if (await store.CountUnfinishedAsync(cancellation) >= options.QueueLimit)
        {
            throw Refusals.QueueFull(options.QueueLimit);
        }

        var now = clock.GetUtcNow();
        var (render, isNew) = await store.AcceptAsync(
            new RenderRow
            {
                Id = Guid.CreateVersion7(now).ToString("N"),
                RequestId = request.RequestId.Length > 0 ? request.RequestId : null,
                Fingerprint = fingerprint,
                Request = request.ToByteArray(),
                Brand = brand.Id,
                BrandVersion = brand.Version,
                Expected = brief.Placements.Length * brief.Variants,
                State = RenderState.Queued,
                CreatedAt = now.ToUnixTimeMilliseconds(),
            },
            cancellation);
        if (!isNew)
        {
            return (SameOrRefused(render, fingerprint), false);
        }

        Log.RenderAccepted(logger, render.Id, brief.Variants, brief.Placements.Length);
        pending.Enqueue(render.Id);
        return (render, true);
    }

    /// <summary>Ends a render that has not ended. What it delivered stays.</summary>
    public async Task CancelAsync(string id, CancellationToken cancellation)
    {
        await store.EndAsync(id, RenderState.Cancelled, StatusCode.OK, "", cancellation);
        pending.Stop(id);
        using var lease = feeds.Open(id);
        lease.Feed.Announce();
    }

    private static RenderRow SameOrRefused(RenderRow earlier, string fingerprint) =>
        earlier.Fingerprint == fingerprint ? earlier : throw Refusals.RequestIdTaken(earlier.RequestId!, earlier.Id);

    /// <summary>Covers what decides the result: the brief and the options, but not whether previews are wanted.</summary>
    private static string FingerprintOf(RenderRequest request)
    {
        var decisive = request.Clone();
        decisive.RequestId = "";
        decisive.Options ??= new RenderOptions();
        decisive.Options.Previews = false;
        decisive.Options.PreviewSize = 0;
        return Convert.ToHexStringLower(SHA256.HashData(decisive.ToByteArray()));
    }
}
