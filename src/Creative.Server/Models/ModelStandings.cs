using Creative.Server.Models.Serving;
using Creative.Server.Models.Storage;

namespace Creative.Server.Models;

/// <summary>What the aliases of each model point to, and putting that to work when the server starts.</summary>
public sealed class ModelStandings(ModelStore store, ModelFolders folders, ModelShelf shelf, ServingModels serving, ILogger<ModelStandings> logger)
{
    public async Task<AliasHistory> HistoryAsync(string id, CancellationToken cancellation) =>
        AliasHistory.Of(await store.MovesAsync(id, cancellation), folders.Shipped(id)?.Identity.Version);

    /// <summary>Loads the champion of each model, and the challengers there are.</summary>
    /// <param name="upscaler">Left out where there is no such model.</param>
    /// <exception cref="Engine.InvalidModelException">A model that is needed cannot be used.</exception>
    public async Task LoadAsync(IEnumerable<string> needed, string upscaler, CancellationToken cancellation)
    {
        foreach (var version in await store.VersionsAsync(cancellation))
        {
            folders.Remember(version);
        }

        foreach (var id in needed)
        {
            await LoadAsync(id, cancellation);
        }

        if (upscaler.Length > 0 && (folders.Shipped(upscaler) is not null || folders.Registered.Any(version => version.ModelId == upscaler)))
        {
            await LoadAsync(upscaler, cancellation);
        }
    }

    private async Task LoadAsync(string id, CancellationToken cancellation)
    {
        var history = await HistoryAsync(id, cancellation);
        serving.SetChampion(await shelf.RentAsync(Present(id, history.Champion), cancellation));
        if (history.Challenger.Length > 0)
        {
            serving.SetChallenger(id, await shelf.RentAsync(new ModelKey(id, history.Challenger), cancellation), history.Share);
        }
    }

    /// <summary>The champion or, when a newer installation brought another version than the one that was promoted, that.</summary>
    private ModelKey Present(string id, string? champion)
    {
        var key = new ModelKey(id, champion ?? "");
        if (champion is null || folders.Has(key) || folders.Shipped(id)?.Identity.Version is not { } shipped)
        {
            return key;
        }

        Log.ChampionGone(logger, id, champion, shipped);
        return new ModelKey(id, shipped);
    }
}
