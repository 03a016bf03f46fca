using Creative.Cli.Serving;
using Grpc.Net.Client;

namespace Creative.Bench.Loop;

/// <summary>A server process of the proof's own, with data and models of its own; nothing of it is simulated.</summary>
internal sealed class LoopServer : IAsyncDisposable
{
    private static readonly string[] Others = ["layout-mini", "embed-mini"];

    private readonly LocalServer _server;
    private readonly GrpcChannel _channel;

    private LoopServer(LocalServer server, Uri url, string key)
    {
        (_server, Url) = (server, url);
        _channel = GrpcChannel.ForAddress(url);
        Admin = new LoopClients(_channel, key);
    }

    public Uri Url { get; }

    public LoopClients Admin { get; }

    /// <param name="data">For the server's files; new.</param>
    /// <param name="models">Folder of models, in which the elements model is.</param>
    public static async Task<LoopServer> StartAsync(string data, string models, string elements)
    {
        foreach (var other in Others)
        {
            Copy(Path.Combine("models", other), Path.Combine(models, other));
        }

        var (server, url) = await LocalServer.StartAsync(data, CancellationToken.None, "--models", models, "--elements-model", elements);
        return new LoopServer(server, url, (await File.ReadAllTextAsync(Path.Combine(data, "admin.key"))).Trim());
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _server.DisposeAsync();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
