using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Composition;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;
using Creative.Core.Scoring;
using Creative.Engine;
using Creative.Engine.Imaging;
using Creative.Engine.Imaging.Fonts;
using Creative.Server.Assets;
using Creative.Server.Models;
using Creative.Server.Models.Serving;
using Creative.Server.Models.Storage;
using Creative.Server.Painting;
using Creative.Server.Storage;

namespace Creative.Server.Hosting;

/// <summary>The parts that need native code or weights: made once, from what the engine offers.</summary>
internal static class WorkshopRegistration
{
    private const long Mebibyte = 1024 * 1024;
    private const string On = "on";

    public static IServiceCollection AddWorkshop(this IServiceCollection services, ServerOptions options) => services
        .AddSingleton<IFontCatalog, FontCatalog>()
        .AddSingleton<IRasterizer, Rasterizer>()
        .AddSingleton<IElementScorer, ElementHeuristics>()
        .AddSingleton(new AigcLabelling(options.AigcProducer, options.AigcKey))
        .AddSingleton(provider => new SourceCache(new BoundedFiles(
            Path.Combine(options.Data, "sources"), options.SourceCacheMegabytes * Mebibyte, provider.GetRequiredService<ILogger<SourceCache>>())))
        .AddSingleton(provider => new ElementCache(
            Path.Combine(options.Data, "elements"), options.ElementCacheMegabytes * Mebibyte, provider.GetRequiredService<ILogger<ElementCache>>()))
        .AddSingleton(provider => new ModelCatalog(options.Models, Engine(options), Notes(provider)))
        .AddSingleton<OpenWorkshop>(provider => models => Open(provider, models))
        .AddSingleton<ServingModels>()
        .AddSingleton<ModelFolders>()
        .AddSingleton<ModelStore>()
        .AddSingleton<ModelStandings>()
        .AddSingleton(provider => new ModelShelf(provider.GetRequiredService<ModelFolders>(), Engine(options), Notes(provider)))
        .AddSingleton<WorkshopLoader>()
        .AddHostedService(provider => provider.GetRequiredService<WorkshopLoader>());

    /// <summary>What the elements model can paint, such as "gift box" and "red gift box", read without loading it; nothing when its folder cannot be used.</summary>
    public static ImmutableArray<string> Elements(IServiceProvider services, ServerOptions options) => Vocabulary(services, options) is { } words
        ? [.. words.Classes.Except(words.Textures).SelectMany(kind => words.Hues.GetValueOrDefault(kind, []).Select(hue => $"{hue} {kind}").Prepend(kind))]
        : [];

    /// <summary>The materials and lights of the elements model; null when its folder cannot be used.</summary>
    public static ElementLooks? Looks(IServiceProvider services, ServerOptions options) =>
        Vocabulary(services, options) is { } words ? new ElementLooks([.. words.Materials], [.. words.Lights]) : null;

    private static ElementVocabulary? Vocabulary(IServiceProvider services, ServerOptions options)
    {
        try
        {
            return services.GetRequiredService<ModelFolders>().Shipped(options.ElementsModel)?.Elements?.Vocabulary;
        }
        catch (Exception e) when (e is InvalidModelException or IOException)
        {
            // The loader reports it.
            return null;
        }
    }

    /// <summary>A composer whose elements come from <paramref name="painter"/> and, where they are too small, through <paramref name="upscaler"/>.</summary>
    public static CreativeComposer Composer(IServiceProvider services, IElementPainter painter, ILayoutModel layouts, IImageUpscaler? upscaler) => new(
        painter,
        services.GetRequiredService<IElementScorer>(),
        layouts,
        services.GetRequiredService<IRasterizer>(),
        services.GetRequiredService<IFontCatalog>(),
        services.GetRequiredService<AigcLabelling>(),
        upscaler);

    public static Workshop Open(IServiceProvider services, WorkshopModels models)
    {
        var (painter, layouts, upscaler) = (models.Elements.Painter, models.Layouts.Layouts, models.Upscaler?.Upscaler);
        var cache = services.GetRequiredService<ElementCache>();
        return new Workshop(
            Composer(services, new CachedElementPainter(painter, cache), layouts, upscaler is null ? null : new CachedUpscaler(upscaler, cache)),
            Composer(services, painter, layouts, upscaler),
            painter,
            layouts,
            upscaler);
    }

    private static EngineOptions Engine(ServerOptions options) => new()
    {
        Provider = options.Provider switch
        {
            "cpu" => ExecutionProvider.Cpu,
            "cuda" => ExecutionProvider.Cuda,
            "tensorrt" => ExecutionProvider.TensorRt,
            _ => ExecutionProvider.Auto,
        },
        Threads = options.Threads == 0 ? null : options.Threads,
        MaxBatch = options.MaxBatch == 0 ? null : options.MaxBatch,
        WarmUp = options.WarmUp == On,
        CudaGraphs = options.CudaGraphs == On,
        TensorRtCache = options.TensorRtCache.Length == 0 ? null : options.TensorRtCache,
        TensorRtHalf = options.TensorRtHalf == On,
    };

    private static Action<string> Notes(IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILogger<ModelCatalog>>();
        return note => Log.Engine(logger, note);
    }
}
