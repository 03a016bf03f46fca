using Creative.Contract.V1;
using Creative.Server.Hosting;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Creative.Server.Tests.Hosting;

/// <summary>The real server on a free port of this process, with real models, and a real client. Its data go when it goes, unless they were lent.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder? _folder;

    private TestServer(WebApplication app, RecordedLogs logs, TemporaryFolder? folder)
    {
        _app = app;
        _folder = folder;
        Logs = logs;
        Url = app.Urls.Single();
        Channel = GrpcChannel.ForAddress(Url);
        Assets = new AssetService.AssetServiceClient(Channel);
        Brands = new BrandService.BrandServiceClient(Channel);
        Health = new Health.HealthClient(Channel);
    }

    public string Url { get; }

    public RecordedLogs Logs { get; }

    public GrpcChannel Channel { get; }

    public AssetService.AssetServiceClient Assets { get; }

    public BrandService.BrandServiceClient Brands { get; }

    public Health.HealthClient Health { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="with">Changes of the options.</param>
    /// <param name="replace">Services put in the place of others.</param>
    /// <param name="data">Folder that outlives the server; null: one of its own.</param>
    /// <param name="withBrand">Puts the brand of <see cref="Given"/>, which names what the elements model can paint.</param>
    public static async Task<TestServer> StartAsync(Func<ServerOptions, ServerOptions>? with = null, Action<IServiceCollection>? replace = null, string? data = null, bool withBrand = true)
    {
        var folder = data is null ? new TemporaryFolder() : null;
        var options = new ServerOptions { Port = 0, Data = data ?? folder!.Path, Brands = "", Provider = "cpu" };
        var logs = new RecordedLogs();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(logs).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Grpc", LogLevel.Warning);
        builder.AddCreative(with is null ? options : with(options));
        replace?.Invoke(builder.Services);
        var app = builder.Build().MapCreative();
        await app.StartAsync();
        var server = new TestServer(app, logs, folder);
        if (withBrand)
        {
            await server.Brands.PutBrandAsync(new PutBrandRequest { Brand = Given.Brand() });
        }

        return server;
    }

    /// <summary>Waits until the models are loaded.</summary>
    public async Task ServingAsync()
    {
        using var watch = Health.Watch(new HealthCheckRequest());
        while (await watch.ResponseStream.MoveNext(CancellationToken.None))
        {
            if (watch.ResponseStream.Current.Status == HealthCheckResponse.Types.ServingStatus.Serving)
            {
                return;
            }
        }
    }

    /// <summary>Ends the server gracefully, as SIGTERM does.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder?.Dispose();
        Logs.AssertNothingUnexpected();
    }
}
