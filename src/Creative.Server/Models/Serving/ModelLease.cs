using Creative.Core.Diffusion;
using Creative.Core.Layouts;
using Creative.Engine;

namespace Creative.Server.Models.Serving;

/// <summary>A version in memory and how many hold it; counted under the shelf's lock.</summary>
internal sealed class LoadedModel
{
    private volatile ModelCatalog? _catalog;

    /// <summary>Begins to load.</summary>
    public LoadedModel(ModelKey key, Func<ModelCatalog> open)
    {
        Key = key;
        Opening = Task.Run(() => _catalog = open());
    }

    public ModelKey Key { get; }

    /// <value>Ends when it is loaded, or cannot be.</value>
    public Task Opening { get; }

    public int Users { get; set; }

    /// <value>Once it is loaded.</value>
    public ModelCatalog Catalog => _catalog ?? throw new InvalidOperationException($"{Key} is not loaded.");

    /// <summary>Frees it, as soon as it is loaded.</summary>
    public void Free()
    {
        if (Opening.IsCompleted)
        {
            _catalog?.Dispose();
        }
        else
        {
            // Whoever gave up while it was being loaded does not wait for that.
            Opening.ContinueWith(_ => _catalog?.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }
}

/// <summary>Keeps a version in memory until it is disposed.</summary>
public sealed class ModelLease : IDisposable
{
    private readonly ModelShelf _shelf;
    private readonly LoadedModel _model;
    private int _ended;

    internal ModelLease(ModelShelf shelf, LoadedModel model)
    {
        _shelf = shelf;
        _model = model;
    }

    public ModelKey Key => _model.Key;

    public IElementPainter Painter => Catalog.Painter(Key.Id);

    public ILayoutModel Layouts => Catalog.LayoutModel(Key.Id);

    public IImageUpscaler Upscaler => Catalog.Upscaler(Key.Id);

    private ModelCatalog Catalog => _ended == 0 ? _model.Catalog : throw new ObjectDisposedException(nameof(ModelLease));

    /// <summary>A second lease on the same version, for other work.</summary>
    public ModelLease Share() => _shelf.Share(_model);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            _shelf.Return(_model);
        }
    }
}
