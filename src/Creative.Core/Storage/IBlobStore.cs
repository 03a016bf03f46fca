namespace Creative.Core.Storage;

/// <summary>
/// Files by content: a name is the SHA-256 of the bytes as 64 lower-case hexadecimal digits, so a file never changes
/// and the same bytes are kept once. Safe to call from several threads.
/// </summary>
public interface IBlobStore
{
    /// <summary>Keeps the bytes; when this returns they survive a power cut. Nothing is left behind when it throws.</summary>
    /// <returns>Their name.</returns>
    /// <exception cref="StorageFullException">There is no room for them.</exception>
    Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>Opens a file for reading from its start, or null when there is none of this name.</summary>
    Stream? Open(string sha256);

    /// <summary>Opens a file for reading on the caller's thread, or null when there is none of this name. For files that are small and many.</summary>
    IBlob? OpenBlob(string sha256);
}

/// <summary>A file that is open: where its bytes go is up to the reader.</summary>
public interface IBlob : IDisposable
{
    /// <value>Bytes.</value>
    long Length { get; }

    /// <summary>Fills <paramref name="target"/> with the bytes from <paramref name="offset"/> on.</summary>
    /// <exception cref="EndOfStreamException">There are not as many.</exception>
    void Read(Span<byte> target, long offset);
}

/// <summary>The disk, or the share of it that this service may use, is full.</summary>
public sealed class StorageFullException(string message, Exception? inner = null) : IOException(message, inner);
