using Creative.Contract.V1;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Spectre.Console;

namespace Creative.Cli.Serving;

/// <summary>A connection to a server that answers; ends a server of our own when disposed.</summary>
internal sealed class ServerSession : IAsyncDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(30);

    // What a server may send ahead of a client that is writing to its disk: 64 KiB, as HTTP/2 begins with, makes it wait at each piece of an export.
    private const int WindowBytes = 8 * 1024 * 1024;

    private readonly GrpcChannel _channel;

    private ServerSession(Uri url, LocalServer? own, ServerSettings settings)
    {
        Url = url;
        Own = own;
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = ConnectTimeout,
            // A proxy of the environment never reaches this machine's own loopback.
            UseProxy = !url.IsLoopback,
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            InitialHttp2StreamWindowSize = WindowBytes,
        };
        _channel = GrpcChannel.ForAddress(url, new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true });
        Assets = new AssetService.AssetServiceClient(_channel);
        Brands = new BrandService.BrandServiceClient(_channel);

        // Looked for when it is needed: a server of our own writes the first admin's key while it starts.
        var key = new Lazy<string?>(() => RaterKey.Find(settings.KeyFile, settings.DataFolder));
        Signed = _channel.With(() => key.Value);
        Labels = new LabelingService.LabelingServiceClient(Signed);
        Datasets = new DatasetService.DatasetServiceClient(Signed);
        Models = new ModelService.ModelServiceClient(Signed);
    }

    public Uri Url { get; }

    /// <value>Calls that carry the rater key.</value>
    public CallInvoker Signed { get; }

    public AssetService.AssetServiceClient Assets { get; }

    public BrandService.BrandServiceClient Brands { get; }

    public LabelingService.LabelingServiceClient Labels { get; }

    public DatasetService.DatasetServiceClient Datasets { get; }

    public ModelService.ModelServiceClient Models { get; }

    /// <value>Null when the server is someone else's.</value>
    public LocalServer? Own { get; }

    /// <summary>Connects, starting a server first when the settings name none.</summary>
    /// <exception cref="CliException">It does not come up.</exception>
    public static async Task<ServerSession> OpenAsync(ServerSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        if (settings.Url is { } running)
        {
            return new ServerSession(running, own: null, settings);
        }

        return await terminal.Progress.Status().StartAsync("Starting the server", async _ =>
        {
            var (own, url) = await LocalServer.StartAsync(settings.DataFolder, cancellation);
            var session = new ServerSession(url, own, settings);
            try
            {
                await session.WaitUntilServingAsync(cancellation);
                return session;
            }
            catch
            {
                await session.DisposeAsync();
                throw;
            }
        });
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        if (Own is not null)
        {
            await Own.DisposeAsync();
        }
    }

    // The brand service and not the whole server: models load while the first call is already on its way, and when
    // they cannot be loaded that call gets a better answer than a timeout.
    private async Task WaitUntilServingAsync(CancellationToken cancellation)
    {
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime + ProbeTimeout;
        var request = new HealthCheckRequest { Service = BrandService.Descriptor.FullName };
        using var call = new Health.HealthClient(_channel).Watch(request, deadline: deadline, cancellationToken: cancellation);
        await foreach (var answer in call.ResponseStream.ReadAllAsync(cancellation))
        {
            if (answer.Status == HealthCheckResponse.Types.ServingStatus.Serving)
            {
                return;
            }
        }
    }
}
