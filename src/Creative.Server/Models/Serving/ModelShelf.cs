using Creative.Engine;
using Creative.Server.Errors;
using Grpc.Core;

namespace Creative.Server.Models.Serving;

/// <summary>
/// The models in memory. A version is loaded when it is first rented and freed when the last lease on it ends, so a version
/// that was replaced lives exactly as long as the work that began with it.
/// </summary>
public sealed class ModelShelf(ModelFolders folders, EngineOptions engine, Action<string> notes)
{
    // Champions and challengers of three kinds, and as many again for a replay.
    private const int MostLoaded = 9;

    private readonly Lock _gate = new();
    private readonly Dictionary<ModelKey, LoadedModel> _loaded = [];

    /// <summary>Versions that are in memory now, or about to be.</summary>
    public IReadOnlyCollection<ModelKey> Loaded
    {
        get
        {
            lock (_gate)
            {
                return [.. _loaded.Keys];
            }
        }
    }

    /// <summary>A lease on a version, loaded.</summary>
    /// <exception cref="InvalidModelException">Names every problem of its folder; the next call tries again.</exception>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: as many versions as may be are in use.</exception>
    public async Task<ModelLease> RentAsync(ModelKey key, CancellationToken cancellation)
    {
        LoadedModel? model;
        lock (_gate)
        {
            if (!_loaded.TryGetValue(key, out model))
            {
                if (_loaded.Count >= MostLoaded)
                {
                    throw Refusals.With(StatusCode.ResourceExhausted, $"{MostLoaded} versions of models are in use, which is the limit. Try again when some work has ended.");
                }

                var folder = folders.CatalogueOf(key);
                model = new LoadedModel(key, () => Open(key, folder));
                _loaded[key] = model;
            }

            model.Users++;
        }

        var lease = new ModelLease(this, model);
        try
        {
            await model.Opening.WaitAsync(cancellation);
            return lease;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    internal ModelLease Share(LoadedModel model)
    {
        lock (_gate)
        {
            model.Users++;
            return new ModelLease(this, model);
        }
    }

    internal void Return(LoadedModel model)
    {
        lock (_gate)
        {
            if (--model.Users > 0)
            {
                return;
            }

            _loaded.Remove(model.Key);
        }

        model.Free();
    }

    private ModelCatalog Open(ModelKey key, string folder)
    {
        var catalog = new ModelCatalog(folder, engine, notes);
        try
        {
            var manifest = ModelManifest.Read(Path.Combine(folder, key.Id));
            _ = manifest.Kind switch
            {
                ModelKind.Elements => catalog.Painter(key.Id),
                ModelKind.Layout => catalog.LayoutModel(key.Id),
                ModelKind.Upscaler => catalog.Upscaler(key.Id),
                ModelKind.Embedder => (object)catalog.Embedder(key.Id),
                _ => throw new InvalidModelException(manifest.Folder, $"is of kind {manifest.Kind}, which nothing here serves"),
            };
            return catalog;
        }
        catch
        {
            catalog.Dispose();
            throw;
        }
    }
}
