using System.Net;
using Creative.Core.Compliance;
using Creative.Core.Placements;
using Creative.Core.Storage;
using Creative.Server.Assets;
using Creative.Server.Brands;
using Creative.Server.Datasets;
using Creative.Server.Datasets.Export;
using Creative.Server.Datasets.Material;
using Creative.Server.Datasets.Snapshots;
using Creative.Server.Datasets.Storage;
using Creative.Server.Errors;
using Creative.Server.Jobs;
using Creative.Server.Labeling;
using Creative.Server.Labeling.Access;
using Creative.Server.Models;
using Creative.Server.Models.Comparing;
using Creative.Server.Models.Intake;
using Creative.Server.Services;
using Creative.Server.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Hosting;

/// <summary>What the server is made of.</summary>
public static class ServerRegistration
{
    private const int Mebibyte = 1024 * 1024;

    // Of one connection, between what makes an answer and the socket: so much that neither waits for the other at each piece of an export.
    private const int SendAhead = 4 * Mebibyte;

    public static WebApplicationBuilder AddCreative(this WebApplicationBuilder builder, ServerOptions options)
    {
        builder.Services.AddSingleton(options).AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(options).AddRules().AddBrands().AddWorkshop(options).AddModels().AddLabeling().AddDatasets(options).AddJobs().AddAssets().AddCalls(options);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, LargeBlocks>();
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options));
        return builder;
    }

    public static WebApplication MapCreative(this WebApplication app)
    {
        app.MapGrpcService<AssetGrpcService>();
        app.MapGrpcService<BrandGrpcService>();
        app.MapGrpcService<LabelingGrpcService>();
        app.MapGrpcService<DatasetGrpcService>();
        app.MapGrpcService<ModelGrpcService>();
        app.MapGrpcService<HealthService>();
        app.MapGrpcService<ReflectionService>();
        app.MapGrpcService<ReflectionAlphaService>();
        return app;
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, ServerOptions options)
    {
        Directory.CreateDirectory(options.Data);
        var database = Path.Combine(options.Data, "creative.db");
        return services
            .AddPooledDbContextFactory<CreativeDb>(db => db.UseSqlite($"Data Source={database}").AddInterceptors(new DurablePragmas()))
            .AddSingleton<IBlobStore>(_ => new FileBlobStore(Path.Combine(options.Data, "blobs")))
            .AddSingleton<RenderStore>()
            .AddSingleton<AssetStore>()
            .AddSingleton<BrandStore>();
    }

    private static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddSingleton(PlacementCatalog.Default)
        .AddSingleton(CopyRules.Default)
        .AddSingleton(_ => RulesInForce.Versions)
        .AddSingleton(RulesInForce.BriefValidator)
        .AddSingleton(RulesInForce.BrandValidator);

    private static IServiceCollection AddBrands(this IServiceCollection services) => services
        .AddSingleton<BrandRegistry>()
        .AddHostedService<BrandFolders>();

    private static IServiceCollection AddModels(this IServiceCollection services) => services
        .AddSingleton<ModelIntake>()
        .AddSingleton<ModelBoard>()
        .AddSingleton<ModelMoves>()
        .AddSingleton<DesignersPairs>()
        .AddSingleton<ScorersPairs>()
        .AddSingleton<ComparisonDesk>();

    private static IServiceCollection AddDatasets(this IServiceCollection services, ServerOptions options) => services
        .AddSingleton(_ => PseudonymKey.Open(options.Data))
        .AddSingleton<MaterialReader>()
        .AddSingleton<ImageLooks>()
        .AddSingleton<RowSegments>()
        .AddSingleton<DatasetStore>()
        .AddSingleton<RoundStore>()
        .AddSingleton<SnapshotDesk>()
        .AddSingleton<DatasetSources>()
        .AddSingleton<MadeFiles>()
        .AddSingleton<DatasetExporter>()
        .AddSingleton<RoundBook>();

    private static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<PaintingInForce>()
        .AddSingleton<RequestReader>()
        .AddSingleton<PendingRenders>()
        .AddSingleton<RenderFeeds>()
        .AddSingleton<RenderIntake>()
        .AddSingleton<RenderWatcher>()
        .AddSingleton<RenderModels>()
        .AddSingleton<RenderScorers>()
        .AddSingleton<RenderRunner>()
        .AddHostedService<RenderWorker>();

    private static IServiceCollection AddAssets(this IServiceCollection services) => services
        .AddSingleton<AssetFiles>()
        .AddSingleton<AssetPages>()
        .AddSingleton<AssetRemaker>()
        .AddSingleton<AssetReplay>()
        .AddSingleton<AssetSources>()
        .AddSingleton<AssetFonts>()
        .AddSingleton<AssetExplanations>()
        .AddSingleton<ContactSheet>();

    private static IServiceCollection AddCalls(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton<Readiness>();
        services.AddHostedService<ListeningAnnouncement>();
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = options.MaxMessageMegabytes * Mebibyte;
            grpc.Interceptors.Add<ErrorInterceptor>();
            grpc.Interceptors.Add<RaterInterceptor>();
        });
        return services;
    }

    private static void Listen(KestrelServerOptions kestrel, ServerOptions options)
    {
        // Without encryption there is no negotiation: clients start with HTTP/2, which is what gRPC does.
        kestrel.Listen(IPAddress.Parse(options.Address), options.Port, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MaxResponseBufferSize = SendAhead;

        // Notices a client that vanished without a word, whose render would otherwise go on for nobody.
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
        kestrel.AddServerHeader = false;
    }
}
