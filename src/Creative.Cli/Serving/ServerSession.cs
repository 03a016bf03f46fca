using Creative.Contract.V1;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Spectre.Console;

namespace Creative.Cli.Serving;

/// <summary>A connection to a server that answers; ends a server of our own when disposed.</summary>
internal sealed class ServerSession : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ProbePause = TimeSpan.FromMilliseconds(100);

    private readonly GrpcChannel _channel;

    private ServerSession(Uri url, LocalServer? own)
    {
        Own = own;
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = ProbeTimeout,
            // A proxy of the environment never reaches this machine's own loopback.
            UseProxy = !url.IsLoopback,
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        };
        _channel = GrpcChannel.ForAddress(url, new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true });
        Assets = new AssetService.AssetServiceClient(_channel);
        Brands = new BrandService.BrandServiceClient(_channel);
    }

    public AssetService.AssetServiceClient Assets { get; }

    public BrandService.BrandServiceClient Brands { get; }

    /// <value>Null when the server is someone else's.</value>
    public LocalServer? Own { get; }

    /// <summary>Connects, starting a server first when the settings name none.</summary>
    /// <exception cref="CliException">It does not come up.</exception>
    public static async Task<ServerSession> OpenAsync(ServerSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        if (settings.Url is { } url)
        {
            return new ServerSession(url, own: null);
        }

        var own = LocalServer.Start(settings.DataFolder);
        var session = new ServerSession(own.Url, own);
        try
        {
            await terminal.Progress.Status().StartAsync("Starting the server", _ => session.WaitUntilServingAsync(own, cancellation));
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        if (Own is not null)
        {
            await Own.DisposeAsync();
        }
    }

    private async Task WaitUntilServingAsync(LocalServer own, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(StartTimeout);
        try
        {
            while (!await IsServingAsync(limit.Token))
            {
                if (own.HasExited)
                {
                    throw NotUp(own, "The server ended while it was starting.");
                }

                await Task.Delay(ProbePause, limit.Token);
            }
        }
        catch (Exception slow) when (!cancellation.IsCancellationRequested && limit.IsCancellationRequested && slow is OperationCanceledException or RpcException)
        {
            throw NotUp(own, $"The server did not answer within {StartTimeout.TotalSeconds:0} seconds.");
        }
    }

    private async Task<bool> IsServingAsync(CancellationToken cancellation)
    {
        try
        {
            var deadline = TimeProvider.System.GetUtcNow().UtcDateTime + ProbeTimeout;
            var health = new Health.HealthClient(_channel);
            var answer = await health.CheckAsync(new HealthCheckRequest(), deadline: deadline, cancellationToken: cancellation);
            return answer.Status == HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (RpcException early) when (early.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            return false;
        }
    }

    private static CliException NotUp(LocalServer own, string message) => new(
        ExitCode.Failed,
        message,
        own.LastWords.Select(line => new Problem("", line)),
        $"The whole log: {own.LogFile}");
}
