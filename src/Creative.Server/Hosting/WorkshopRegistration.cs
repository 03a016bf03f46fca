using System.Collections.Immutable;
using Creative.Core.Composition;
using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Engine;
using Creative.Engine.Imaging;
using Creative.Engine.Imaging.Fonts;
using Creative.Server.Painting;

namespace Creative.Server.Hosting;

/// <summary>The parts that need native code or weights: made once, from what the engine offers.</summary>
internal static class WorkshopRegistration
{
    private const long Mebibyte = 1024 * 1024;

    public static IServiceCollection AddWorkshop(this IServiceCollection services, ServerOptions options) => services
        .AddSingleton<IFontCatalog, FontCatalog>()
        .AddSingleton<IRasterizer, Rasterizer>()
        .AddSingleton(provider => new ElementCache(
            Path.Combine(options.Data, "elements"), options.ElementCacheMegabytes * Mebibyte, provider.GetRequiredService<ILogger<ElementCache>>()))
        .AddSingleton(provider => new ModelCatalog(options.Models, Engine(options), Notes(provider)))
        .AddSingleton<OpenWorkshop>(provider => () => Open(provider, options))
        .AddSingleton<WorkshopLoader>()
        .AddHostedService(provider => provider.GetRequiredService<WorkshopLoader>());

    /// <summary>What the elements model can paint, read without loading it; nothing when its folder cannot be used.</summary>
    public static ImmutableArray<string> ElementClasses(IServiceProvider services, ServerOptions options)
    {
        try
        {
            return services.GetRequiredService<ModelCatalog>().List()
                .FirstOrDefault(model => model.Identity.Id == options.ElementsModel)?.Elements?.Vocabulary.Classes ?? [];
        }
        catch (Exception e) when (e is InvalidModelException or IOException)
        {
            // The loader reports it.
            return [];
        }
    }

    private static Workshop Open(IServiceProvider services, ServerOptions options)
    {
        var models = services.GetRequiredService<ModelCatalog>();
        var painter = models.Painter(options.ElementsModel);
        var layouts = models.LayoutModel(options.LayoutModel);
        var rasterizer = services.GetRequiredService<IRasterizer>();
        var fonts = services.GetRequiredService<IFontCatalog>();
        var cached = new CachedElementPainter(painter, services.GetRequiredService<ElementCache>());
        return new Workshop(
            new CreativeComposer(cached, layouts, rasterizer, fonts), new CreativeComposer(painter, layouts, rasterizer, fonts), painter, layouts);
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
    };

    private static Action<string> Notes(IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILogger<ModelCatalog>>();
        return note => Log.Engine(logger, note);
    }
}
