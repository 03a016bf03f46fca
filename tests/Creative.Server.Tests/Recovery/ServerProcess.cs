using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Grpc.Net.Client;

namespace Creative.Server.Tests.Recovery;

/// <summary>The server as a process of its own, as it is shipped, so that it can be killed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log;

    private ServerProcess(Process process, StringBuilder log, string url)
    {
        _process = process;
        _log = log;
        Channel = GrpcChannel.ForAddress(url);
        Assets = new AssetService.AssetServiceClient(Channel);
        Brands = new BrandService.BrandServiceClient(Channel);
    }

    public GrpcChannel Channel { get; }

    public AssetService.AssetServiceClient Assets { get; }

    public BrandService.BrandServiceClient Brands { get; }

    public bool HasExited => _process.HasExited;

    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <param name="data">Its data folder.</param>
    /// <param name="largestFile">No file can grow beyond this many KiB, as on a disk without more room; null: no limit.</param>
    /// <param name="models">Folder of models; null: the one of the installation.</param>
    public static async Task<ServerProcess> StartAsync(string data, int? largestFile = null, string? models = null)
    {
        var binaries = Path.Combine(AppContext.BaseDirectory, "..", "..", "Creative.Server", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)));
        var command = $"exec dotnet '{Path.GetFullPath(Path.Combine(binaries, "Creative.Server.dll"))}' --port 0 --provider cpu --brands '' --data '{data}'{(models is null ? "" : $" --models '{models}'")}";

        // Ignoring the signal makes the write fail instead of the process; the runtime's own double mapping would not fit either.
        var limited = largestFile is { } kibibytes ? $"trap '' XFSZ; ulimit -f {kibibytes}; export DOTNET_EnableWriteXorExecute=0; {command}" : command;
        var start = new ProcessStartInfo("bash")
        {
            ArgumentList = { "-c", limited },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var log = new StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (log)
            {
                log.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        var announcement = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The server ended at once: {log}");
        using var json = JsonDocument.Parse(announcement);
        Assert.Equal("listening", json.RootElement.GetProperty("event").GetString());
        var server = new ServerProcess(process, log, json.RootElement.GetProperty("url").GetString()!);
        if (models is null)
        {
            await server.Brands.PutBrandAsync(new PutBrandRequest { Brand = Given.Brand() });
        }

        return server;
    }

    /// <summary>kill -9: no handler runs, no buffer is written.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
