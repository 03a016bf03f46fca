using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Creative.Cli.Serving;

/// <summary>A server process of our own on a free loopback port. Stopped when disposed.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private const int SigTerm = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly Process _process;
    private readonly ServerLog _log;

    private LocalServer(Process process, ServerLog log, Uri url)
    {
        _process = process;
        _log = log;
        Url = url;
    }

    public Uri Url { get; }

    public bool HasExited => _process.HasExited;

    public string LogFile => _log.File;

    public IReadOnlyList<string> LastWords => _log.LastLines;

    /// <summary>Starts the process; it does not answer yet.</summary>
    /// <exception cref="CliException">There is no server to start.</exception>
    public static LocalServer Start(string dataFolder)
    {
        var server = Installation.FindServer();
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(Installation.DotnetHost())
        {
            ArgumentList = { server, "--urls", url.AbsoluteUri, "--Creative:DataFolder", dataFolder },
            WorkingDirectory = Installation.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var log = ServerLog.Open(dataFolder);
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => log.Add(line.Data);
        process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new LocalServer(process, log, url);
    }

    /// <summary>Largest resident memory so far, in bytes; null where the system does not say.</summary>
    public long? PeakMemory()
    {
        var status = $"/proc/{_process.Id}/status";
        if (!File.Exists(status))
        {
            return null;
        }

        var line = File.ReadLines(status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        var figure = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1);
        return long.TryParse(figure, out var kilobytes) ? kilobytes * 1024 : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        _process.Dispose();
        _log.Dispose();
    }

    private async Task StopAsync()
    {
        if (OperatingSystem.IsWindows() || Kill(_process.Id, SigTerm) != 0)
        {
            _process.Kill(entireProcessTree: true);
        }

        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // .NET can only kill outright; the server should finish writing what it has.
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
