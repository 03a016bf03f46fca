using System.Text;

namespace Creative.Cli.Serving;

/// <summary>What a server of our own says: all of it in a file, the last lines at hand for an error message.</summary>
internal sealed class ServerLog : IDisposable
{
    private const int Kept = 20;

    private readonly Lock _gate = new();
    private readonly Queue<string> _last = new();
    private readonly StreamWriter _writer;
    private bool _closed;

    private ServerLog(string file, StreamWriter writer)
    {
        File = file;
        _writer = writer;
    }

    public string File { get; }

    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (_gate)
            {
                return [.. _last];
            }
        }
    }

    public static ServerLog Open(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var file = Path.Combine(dataFolder, "server.log");
        // Shared, since two calls at once must not keep each other from working.
        var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        return new ServerLog(file, new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });
    }

    /// <param name="line">Null ends the stream and is not kept.</param>
    public void Add(string? line)
    {
        lock (_gate)
        {
            if (line is null || _closed)
            {
                return;
            }

            _writer.WriteLine(line);
            _last.Enqueue(line);
            if (_last.Count > Kept)
            {
                _last.Dequeue();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _writer.Dispose();
        }
    }
}
