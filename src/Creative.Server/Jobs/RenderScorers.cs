using Creative.Core.Scoring;
using Creative.Server.Errors;
using Creative.Server.Labeling.Learning;
using Creative.Server.Storage;
using Grpc.Core;

namespace Creative.Server.Jobs;

/// <summary>
/// The scorer of each render: the newest when it begins, the same one to its end, even over a restart. A newer one might
/// choose another candidate, and the sizes of one variant would show different pictures.
/// </summary>
public sealed class RenderScorers(ScorerInForce scorers, RenderStore store)
{
    /// <exception cref="RpcException">FAILED_PRECONDITION: the version that the render began with is not there any more.</exception>
    public async Task<IElementScorer> OfAsync(RenderRow render, CancellationToken cancellation)
    {
        if (render.ScorerVersion is { } version)
        {
            return await FindAsync(version, cancellation) ?? throw Refusals.Precondition([Missing(version)]);
        }

        var scorer = await scorers.PinAsync(cancellation);
        await store.PinScorerAsync(render.Id, scorer.Version, cancellation);
        return scorer;
    }

    /// <summary>The version that provenance names; null when it is not there.</summary>
    /// <param name="version">Empty: what can be measured, and nothing learned.</param>
    public Task<IElementScorer?> FindAsync(string version, CancellationToken cancellation) => scorers.FindAsync(version, cancellation);

    public static (string Type, string Subject, string Description) Missing(string version) =>
        ("scorer", version, $"The scorer is not there in version '{version}'.");
}
