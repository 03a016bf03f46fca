using Creative.Bench.Sizes;
using Creative.Core.Composition;
using Creative.Core.Diffusion;
using Creative.Core.Imaging.Metadata;
using Creative.Core.Scoring;
using Creative.Engine;
using Creative.Engine.Imaging;
using Creative.Engine.Imaging.Fonts;

namespace Creative.Bench.Gallery;

/// <summary>The whole engine on the shipped models, as the service runs it.</summary>
internal sealed class Studio : IDisposable
{
    private readonly ModelCatalog _models = new(Path.Combine(Tools.Root, "models"), new EngineOptions { Provider = ExecutionProvider.Cpu });

    /// <param name="store">Folder for painted elements.</param>
    public Studio(string store)
    {
        Painter = new StoredPainter(_models.Painter("elements-mini"), store);
        Composer = new CreativeComposer(
            Painter, new ElementHeuristics(), _models.LayoutModel("layout-mini"), new Rasterizer(), Fonts, new AigcLabelling(ProviderCode.Sample, "a key that only the bench knows"));
    }

    public FontCatalog Fonts { get; } = new();

    public CreativeComposer Composer { get; }

    private IElementPainter Painter { get; }

    public void Dispose() => _models.Dispose();
}
