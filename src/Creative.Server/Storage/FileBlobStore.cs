using System.Buffers;
using System.Security.Cryptography;
using Creative.Core.Storage;
using Creative.Engine.Files;
using Microsoft.Win32.SafeHandles;

namespace Creative.Server.Storage;

/// <summary>
/// Blobs as files <c>ab/cd/abcd…</c> under one folder. A file gets its name only when its bytes are on the disk: written
/// under another name, flushed, renamed, and then the folder itself flushed.
/// </summary>
public sealed class FileBlobStore : IBlobStore
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    private readonly string _root;
    private readonly string _unfinished;
    private long _counter;

    /// <param name="root">Made when it is not there. What an earlier process left unfinished is removed.</param>
    public FileBlobStore(string root)
    {
        _root = root;
        _unfinished = Path.Combine(root, "tmp");
        if (Directory.Exists(_unfinished))
        {
            Directory.Delete(_unfinished, recursive: true);
        }

        Directory.CreateDirectory(_unfinished);
    }

    public async Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var target = PathOf(name);
        if (File.Exists(target))
        {
            return name;
        }

        var temporary = Path.Combine(_unfinished, $"{name}.{Interlocked.Increment(ref _counter)}");
        try
        {
            await WriteAsync(temporary, content, cancellation);
            var folder = Path.GetDirectoryName(target)!;
            MakeFolder(folder);
            File.Move(temporary, target, overwrite: true);
            DirectoryFlush.Flush(folder);
        }
        catch (Exception e) when (DiskSpace.IsExhausted(e))
        {
            throw new StorageFullException("The disk is full: the file was not kept.", e);
        }
        finally
        {
            File.Delete(temporary);
        }

        return name;
    }

    public Stream? Open(string sha256)
    {
        var path = PathOf(sha256);
        return File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan | FileOptions.Asynchronous)
            : null;
    }

    public IBlob? OpenBlob(string sha256)
    {
        try
        {
            return new FileBlob(File.OpenHandle(PathOf(sha256)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.None);
        await RandomAccess.WriteAsync(file, content, fileOffset: 0, cancellation);
        RandomAccess.FlushToDisk(file);
    }

    private void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        Directory.CreateDirectory(folder);
        DirectoryFlush.Flush(Path.GetDirectoryName(folder)!);
        DirectoryFlush.Flush(_root);
    }

    private string PathOf(string sha256)
    {
        if (sha256.Length != 64 || sha256.AsSpan().ContainsAnyExcept(Hexadecimal))
        {
            throw new ArgumentException("A blob is named by 64 lower-case hexadecimal digits.", nameof(sha256));
        }

        return Path.Combine(_root, sha256[..2], sha256[2..4], sha256);
    }

    private sealed class FileBlob(SafeFileHandle file) : IBlob
    {
        public long Length { get; } = RandomAccess.GetLength(file);

        public void Read(Span<byte> target, long offset)
        {
            while (!target.IsEmpty)
            {
                var read = RandomAccess.Read(file, target, offset);
                target = target[(read > 0 ? read : throw new EndOfStreamException("A stored file was cut short while it was read."))..];
                offset += read;
            }
        }

        public void Dispose() => file.Dispose();
    }
}
