using Creative.Cli;
using Creative.Cli.Datasets;
using Creative.Cli.Serving;

namespace Creative.Bench.Exports;

/// <summary>The real server as a process of its own, and the command line's own client, which writes what it sends.</summary>
internal sealed class ExportServer(LocalServer server, ServerSession session) : IAsyncDisposable
{
    public static async Task<ExportServer> StartAsync(string data)
    {
        // Without models: they have no part in this, and a folder without any is said once on its log.
        var (server, url) = await LocalServer.StartAsync(data, CancellationToken.None, "--provider", "cpu", "--brands", "", "--models", data);
        return new ExportServer(server, await ServerSession.OpenAsync(new ServerSettings(url, data), Terminal.OfProcess(), CancellationToken.None));
    }

    /// <value>The most memory it has had so far, bytes.</value>
    public long PeakMemory => server.PeakMemory() ?? throw new PlatformNotSupportedException("The system does not say how much memory a process has.");

    /// <value>Time that all its threads have run so far.</value>
    public TimeSpan ProcessorTime => server.ProcessorTime;

    /// <summary>Writes an export into a folder.</summary>
    /// <returns>Bytes written.</returns>
    public async Task<long> ExportAsync(string dataset, string format, string folder) =>
        (await new ExportDownload(session.Signed, folder).RunAsync(dataset, format, CancellationToken.None)).Bytes;

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        await server.DisposeAsync();
    }
}
