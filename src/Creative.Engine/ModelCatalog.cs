using System.Collections.Concurrent;
using System.Collections.Immutable;
using Creative.Core.Diffusion;
using Creative.Core.Layouts;
using Creative.Core.Scoring;
using Creative.Engine.Onnx;

namespace Creative.Engine;

/// <summary>The models of a folder, one sub-folder each. A model is loaded when it is first asked for, and shared from then on.</summary>
public sealed class ModelCatalog : IDisposable
{
    private readonly string _folder;
    private readonly OnnxRuntimeHost _host;
    private readonly ConcurrentDictionary<string, Lazy<IDisposable>> _loaded = new(StringComparer.Ordinal);

    /// <param name="folder">Such as "models".</param>
    /// <param name="log">Told which execution provider was chosen, and why; and each model that is loaded.</param>
    /// <exception cref="ArgumentException">Names every option out of range.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public ModelCatalog(string folder, EngineOptions options, Action<string>? log = null)
    {
        options.Validate();
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder of models at {Path.GetFullPath(folder)}.");
        }

        _folder = folder;
        _host = new OnnxRuntimeHost(options, log ?? (_ => { }));
    }

    /// <summary>What there is, by id, without loading it: every sub-folder with a model.json.</summary>
    /// <exception cref="InvalidModelException">A model.json is wrong.</exception>
    public ImmutableArray<ModelManifest> List() =>
    [
        .. Directory.EnumerateDirectories(_folder)
            .Where(folder => File.Exists(Path.Combine(folder, ModelManifest.FileName)))
            .Order(StringComparer.Ordinal)
            .Select(ModelManifest.Read),
    ];

    /// <exception cref="InvalidModelException">Names every problem of the folder.</exception>
    public IElementPainter Painter(string id) => new DiffusionPainter(Parts(id));

    /// <summary>The parts of a model that paints, for a painter that is put together otherwise.</summary>
    /// <exception cref="InvalidModelException">Names every problem of the folder.</exception>
    public DiffusionModel Parts(string id) => Load(id, ModelKind.Elements, OnnxDiffusionModel.Load).Model;

    /// <exception cref="InvalidModelException">Names every problem of the folder.</exception>
    public ILayoutModel LayoutModel(string id) => Load(id, ModelKind.Layout, OnnxLayoutModel.Load);

    /// <exception cref="InvalidModelException">Names every problem of the folder.</exception>
    public IImageUpscaler Upscaler(string id) => Load(id, ModelKind.Upscaler, OnnxUpscaler.Load);

    /// <exception cref="InvalidModelException">Names every problem of the folder.</exception>
    public IImageEmbedder Embedder(string id) => Load(id, ModelKind.Embedder, OnnxEmbedder.Load);

    /// <summary>Whether there is a folder of that name with a model.json, good or not.</summary>
    public bool Has(string id) => id.Length > 0 && id == Path.GetFileName(id) && File.Exists(Path.Combine(_folder, id, ModelManifest.FileName));

    public void Dispose()
    {
        foreach (var model in _loaded.Values.Where(model => model.IsValueCreated))
        {
            model.Value.Dispose();
        }

        _loaded.Clear();
    }

    private T Load<T>(string id, ModelKind kind, Func<ModelManifest, OnnxRuntimeHost, T> load)
        where T : class, IDisposable
    {
        // Retried after a failure: the folder may have been repaired meanwhile.
        var model = _loaded.GetOrAdd(id, _ => new Lazy<IDisposable>(() => Open(id, kind, load), LazyThreadSafetyMode.ExecutionAndPublication));
        try
        {
            return model.Value as T ?? throw new InvalidModelException(Path.Combine(_folder, id), $"is not a model of kind {kind}");
        }
        catch when (!model.IsValueCreated)
        {
            _loaded.TryRemove(KeyValuePair.Create(id, model));
            throw;
        }
    }

    private T Open<T>(string id, ModelKind kind, Func<ModelManifest, OnnxRuntimeHost, T> load)
    {
        if (id.Length == 0 || id != Path.GetFileName(id) || id.StartsWith('.'))
        {
            throw new InvalidModelException(id, "is not the name of a model");
        }

        var manifest = ModelManifest.Read(Path.Combine(_folder, id));
        if (manifest.Kind != kind)
        {
            throw new InvalidModelException(manifest.Folder, $"is a model of kind {manifest.Kind}, not {kind}");
        }

        manifest.VerifyFiles();
        var model = load(manifest, _host);
        _host.Log($"Loaded model {id} {manifest.Identity.Version}, SHA-256 {manifest.Identity.Sha256}.");
        return model;
    }
}
