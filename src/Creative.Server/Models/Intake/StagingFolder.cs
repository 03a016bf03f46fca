using System.Security.Cryptography;
using Creative.Contract.V1;
using Creative.Engine.Files;
using Creative.Server.Errors;

namespace Creative.Server.Models.Intake;

/// <summary>A model folder while it comes in. What is not kept at the end goes when it is disposed.</summary>
/// <param name="root">Folder of all that come in.</param>
/// <param name="id">The model's id, which is the name of its folder.</param>
internal sealed class StagingFolder(string root, string id) : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(root, Guid.NewGuid().ToString("N"));
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private Incoming? _open;

    /// <value>Where the model's files are.</value>
    public string Model => Path.Combine(_folder, id);

    /// <value>Of the files that have come.</value>
    public long Bytes { get; private set; }

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: its name, size or hash will not do, or the file before it is not whole.</exception>
    public async Task BeginAsync(RegisterFile file)
    {
        await EndAsync();
        var problems = UploadRules.Of(file, _names, Bytes);
        if (problems.Count > 0)
        {
            throw Refusals.BadRequest(problems);
        }

        _names.Add(file.Path);
        Bytes += file.ByteSize;
        var path = Path.Combine([Model, .. file.Path.Split('/')]);
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            Directory.CreateDirectory(folder);
            _folders.Add(folder);
            _open = new Incoming(file, new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous));
        }
        catch (IOException) when (File.Exists(path) || Directory.Exists(path) || File.Exists(folder))
        {
            throw Refusals.BadRequest("file.path", $"'{file.Path}' is a file and a folder at once");
        }
    }

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: there is no file that this belongs to, or it has more bytes than were said.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        var file = _open ?? throw Refusals.BadRequest("data", "comes before any file");
        file.Length += data.Length;
        if (file.Length > file.Said.ByteSize)
        {
            throw Refusals.BadRequest("data", $"'{file.Said.Path}' has more than the {file.Said.ByteSize} bytes that were said");
        }

        file.Hash.AppendData(data.Span);
        await file.Stream.WriteAsync(data, cancellation);
    }

    /// <summary>Closes the last file; all of it is on the disk then.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: it is cut short, or its hash is another.</exception>
    public async Task EndAsync()
    {
        if (_open is not { } file)
        {
            return;
        }

        _open = null;
        await using (file)
        {
            var hash = Convert.ToHexStringLower(file.Hash.GetHashAndReset());
            if (file.Length != file.Said.ByteSize || hash != file.Said.Sha256)
            {
                throw Refusals.BadRequest("data", $"'{file.Said.Path}' has {file.Length} bytes with SHA-256 {hash}; {file.Said.ByteSize} with {file.Said.Sha256} were said");
            }

            await file.Stream.FlushAsync();
            file.Stream.Flush(flushToDisk: true);
        }
    }

    /// <summary>Gives the folder its final place, in one step.</summary>
    public void MoveTo(string target)
    {
        foreach (var folder in _folders.Append(_folder))
        {
            DirectoryFlush.Flush(folder);
        }

        var parent = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(parent);
        if (Directory.Exists(target))
        {
            // Left by a process that was killed before it noted the version down.
            Directory.Delete(target, recursive: true);
        }

        Directory.Move(_folder, target);
        DirectoryFlush.Flush(parent);
    }

    public async ValueTask DisposeAsync()
    {
        if (_open is { } file)
        {
            await file.DisposeAsync();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private sealed class Incoming(RegisterFile said, FileStream stream) : IAsyncDisposable
    {
        public RegisterFile Said { get; } = said;

        public FileStream Stream { get; } = stream;

        public IncrementalHash Hash { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Length { get; set; }

        public ValueTask DisposeAsync()
        {
            Hash.Dispose();
            return Stream.DisposeAsync();
        }
    }
}
