using Creative.Contract.V1;
using Creative.Server.Errors;
using Creative.Server.Models.Serving;
using Creative.Server.Models.Storage;
using Grpc.Core;

namespace Creative.Server.Models;

/// <summary>What models there are, in which versions, and which of them serve.</summary>
public sealed class ModelBoard(ModelFolders folders, ModelStore store, ModelShelf shelf)
{
    private const int MostMoves = 100;

    public async Task<IReadOnlyList<Model>> ListAsync(CancellationToken cancellation)
    {
        var models = new List<Model>();
        foreach (var id in folders.ShippedIds().Union(folders.Registered.Select(version => version.ModelId)).Order(StringComparer.Ordinal))
        {
            models.Add(await ReadAsync(id, cancellation));
        }

        return models;
    }

    /// <exception cref="RpcException">NOT_FOUND.</exception>
    public async Task<Model> GetAsync(string id, CancellationToken cancellation) =>
        await ReadAsync(id, cancellation) is { Versions.Count: > 0 } model ? model : throw Refusals.NotFound("model", id);

    public ModelVersion Describe(ModelVersion version, AliasHistory history)
    {
        version.Alias = version.Version == history.Champion ? Aliases.Champion : version.Version == history.Challenger ? Aliases.Challenger : "";
        version.Loaded = shelf.Loaded.Contains(new ModelKey(version.ModelId, version.Version));
        return version;
    }

    private async Task<Model> ReadAsync(string id, CancellationToken cancellation)
    {
        var moves = await store.MovesAsync(id, cancellation);
        var shipped = folders.Shipped(id);
        var history = AliasHistory.Of(moves, shipped?.Identity.Version);
        var versions = folders.Registered.Where(row => row.ModelId == id).OrderByDescending(row => row.Ordinal).Select(ModelMapping.ToMessage).ToList();
        if (shipped is not null)
        {
            versions.Add(ModelMapping.ToMessage(shipped));
        }

        return new Model
        {
            Id = id,
            Versions = { versions.Select(version => Describe(version, history)) },
            Champion = history.Champion ?? "",
            Challenger = history.Challenger,
            ChallengerShare = history.Share,
            Moves = { moves.Reverse().Take(MostMoves).Select(ModelMapping.ToMessage) },
        };
    }
}
