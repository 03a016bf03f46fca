using Creative.Contract.V1;
using Creative.Core.Composition;
using Creative.Engine;
using Creative.Server.Errors;
using Creative.Server.Hosting;
using Creative.Server.Models.Serving;
using Creative.Server.Models.Storage;
using Grpc.Core;

namespace Creative.Server.Models;

/// <summary>
/// Moves aliases, one at a time: the version is loaded and tried first, then the move is written down, then it takes new work.
/// Whatever fails before that leaves everything as it was.
/// </summary>
public sealed class ModelMoves(
    ModelStore store, ModelStandings standings, ModelFolders folders, ModelShelf shelf, ServingModels serving, WorkshopLoader workshops, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);

    /// <param name="version">A version, or "challenger".</param>
    /// <exception cref="RpcException">NOT_FOUND; FAILED_PRECONDITION: it cannot be loaded, or no comparison speaks for it.</exception>
    public Task PromoteAsync(string id, string version, bool withoutComparison, string who, string why, CancellationToken cancellation) => OneAtATimeAsync(
        async () =>
        {
            var history = await standings.HistoryAsync(id, cancellation);
            var wanted = Known(id, version == Aliases.Challenger && history.Challenger.Length > 0 ? history.Challenger : version);
            if (wanted.Version == history.Champion && serving.StandingOf(id).Champion == wanted.Version)
            {
                return;
            }

            if (!withoutComparison && history.Champion is { } champion)
            {
                Require(await store.ComparisonAsync(new ModelKey(id, champion), wanted.Version, cancellation), wanted, champion);
            }

            List<AliasMoveRow> moves = [Move(id, Aliases.Champion, history.Champion, wanted.Version, 0, who, why)];
            if (wanted.Version == history.Challenger)
            {
                moves.Add(Move(id, Aliases.Challenger, wanted.Version, "", 0, who, why));
            }

            await ServeAsync(wanted, moves, cancellation);
        },
        cancellation);

    /// <exception cref="RpcException">FAILED_PRECONDITION: there is nothing to go back to, or it cannot be loaded.</exception>
    public Task RollBackAsync(string id, string who, string why, CancellationToken cancellation) => OneAtATimeAsync(
        async () =>
        {
            var history = await standings.HistoryAsync(id, cancellation);
            var before = history.Before ?? throw Refusals.Precondition([("model", id, $"Model '{id}' has no earlier champion to go back to.")]);
            await ServeAsync(Known(id, before), [Move(id, Aliases.Champion, history.Champion, before, 0, who, why, takesBack: true)], cancellation);
        },
        cancellation);

    /// <param name="version">Empty: none.</param>
    /// <exception cref="RpcException">NOT_FOUND; FAILED_PRECONDITION: it cannot be loaded, or can do less than the champion.</exception>
    public Task ChallengeAsync(string id, string version, double share, string who, string why, CancellationToken cancellation) => OneAtATimeAsync(
        async () =>
        {
            var history = await standings.HistoryAsync(id, cancellation);
            var move = Move(id, Aliases.Challenger, history.Challenger, version, share, who, why);
            if (version.Length == 0)
            {
                await store.AddAsync([move], cancellation);
                serving.SetChallenger(id, null, 0);
                return;
            }

            var lease = await LoadAsync(Known(id, version), cancellation);
            try
            {
                using var champion = serving.Rent(id, request: null) ?? throw Refusals.Precondition([("model", id, $"Model '{id}' has no champion to challenge.")]);
                if (folders.KindOf(champion.Key) == ModelKind.Elements && champion.Painter.Vocabulary.FewSteps is not null && lease.Painter.Vocabulary.FewSteps is null)
                {
                    throw Refusals.Precondition([("model", lease.Key.ToString(), $"Version {version} has no few-step denoiser, and requests that ask for it may fall to it.")]);
                }

                await store.AddAsync([move], cancellation);
            }
            catch
            {
                lease.Dispose();
                throw;
            }

            serving.SetChallenger(id, lease, share);
        },
        cancellation);

    public void Dispose() => _gate.Dispose();

    private async Task ServeAsync(ModelKey key, IReadOnlyList<AliasMoveRow> moves, CancellationToken cancellation)
    {
        var lease = await LoadAsync(key, cancellation);
        try
        {
            await store.AddAsync(moves, cancellation);
        }
        catch
        {
            lease.Dispose();
            throw;
        }

        await workshops.ServeAsync(lease, CancellationToken.None);
    }

    private async Task<ModelLease> LoadAsync(ModelKey key, CancellationToken cancellation)
    {
        ModelLease? lease = null;
        try
        {
            lease = await shelf.RentAsync(key, cancellation);
            workshops.Try(lease);
            return lease;
        }
        catch (Exception e)
        {
            lease?.Dispose();
            throw e is InvalidModelException or NoCutOutException ? WorkshopLoader.Refused(e) : e;
        }
    }

    private ModelKey Known(string id, string version)
    {
        var key = new ModelKey(id, version);
        return folders.Has(key) ? key : throw Refusals.NotFound("model version", key.ToString());
    }

    private static void Require(ComparisonRow? comparison, ModelKey wanted, string champion)
    {
        if (comparison is { Promotable: true })
        {
            return;
        }

        var reasons = comparison is null
            ? [$"Nobody has compared {wanted} with the champion {champion}."]
            : Comparison.Parser.ParseFrom(comparison.Record).Reasons.ToArray();
        throw Refusals.Precondition([.. reasons.Select(reason => ("comparison", wanted.ToString(), reason))]);
    }

    private AliasMoveRow Move(string id, string alias, string? from, string to, double share, string who, string why, bool takesBack = false) => new()
    {
        ModelId = id,
        Alias = alias,
        FromVersion = from ?? "",
        ToVersion = to,
        Share = share,
        TakesBack = takesBack,
        Who = who,
        Why = why,
        MovedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    private async Task OneAtATimeAsync(Func<Task> move, CancellationToken cancellation)
    {
        await workshops.ReadyAsync(cancellation);
        await _gate.WaitAsync(cancellation);
        try
        {
            await move();
        }
        finally
        {
            _gate.Release();
        }
    }
}
