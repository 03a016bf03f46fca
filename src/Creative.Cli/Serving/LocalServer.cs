using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Creative.Cli.Serving;

/// <summary>A server process of our own on a free loopback port. Asked to stop, and then made to, when disposed.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private const int SigTerm = 15;
    private const string Announcement = """{"event":"listening",""";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(8);

    private readonly Process _process;
    private readonly ServerLog _log;
    private readonly TaskCompletionSource<Uri> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _started;

    private LocalServer(string dataFolder, string[] options)
    {
        var server = Installation.FindServer();
        _log = ServerLog.Open(dataFolder);
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(Installation.DotnetHost(), [server, "--port", "0", "--data", dataFolder, .. options])
            {
                WorkingDirectory = Installation.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => _log.Add(line.Data);
    }

    /// <summary>Starts the process and waits until it says where it listens.</summary>
    /// <param name="options">Of the server, beyond its port and data folder.</param>
    /// <exception cref="CliException">There is no server to start, or it does not come up.</exception>
    public static async Task<(LocalServer Server, Uri Url)> StartAsync(string dataFolder, CancellationToken cancellation, params string[] options)
    {
        var server = new LocalServer(dataFolder, options);
        try
        {
            server._started = server._process.Start();
            server._process.BeginOutputReadLine();
            server._process.BeginErrorReadLine();
            return (server, await server.ListeningAsync(cancellation));
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <value>Time that all its threads have run so far.</value>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
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
        if (_started && !_process.HasExited)
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

        using var patience = new CancellationTokenSource(StopPatience);
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

    private async Task<Uri> ListeningAsync(CancellationToken cancellation)
    {
        var ended = _process.WaitForExitAsync(cancellation);
        var first = await Task.WhenAny(_url.Task, ended, Task.Delay(StartTimeout, cancellation));
        cancellation.ThrowIfCancellationRequested();
        return first == _url.Task
            ? await _url.Task
            : throw new CliException(
                ExitCode.Failed,
                first == ended ? $"The server ended while it was starting, with exit code {_process.ExitCode}." : $"The server did not answer within {StartTimeout.TotalSeconds:0} seconds.",
                _log.LastLines.Select(line => new Problem("", line)),
                $"The whole log: {_log.File}");
    }

    private void Hear(string? line)
    {
        _log.Add(line);
        if (line is not null && line.StartsWith(Announcement, StringComparison.Ordinal))
        {
            using var announced = JsonDocument.Parse(line);
            _url.TrySetResult(new Uri(announced.RootElement.GetProperty("url").GetString()!));
        }
    }

    // .NET can only kill outright; the server should finish writing what it has.
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
