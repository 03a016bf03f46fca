using Creative.Core.Imaging;
using Creative.Core.Scenes;
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
        .AddSingleton<OpenWorkshop>(provider => () => throw new InvalidDataException("No model is there."))
        .AddSingleton<WorkshopLoader>()
        .AddHostedService(provider => provider.GetRequiredService<WorkshopLoader>());
}
