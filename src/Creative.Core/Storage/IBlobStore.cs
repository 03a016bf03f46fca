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

    /// <summary>Reads a whole file into lent memory, or null when there is none of this name. For files that are small and many.</summary>
    LentBytes? Read(string sha256);
}

/// <summary>The disk, or the share of it that this service may use, is full.</summary>
public sealed class StorageFullException(string message, Exception? inner = null) : IOException(message, inner);
