using System.Buffers;

namespace Creative.Core.Storage;

/// <summary>Bytes in memory of the shared pool, which goes back when this is disposed: nothing may look at them then.</summary>
public sealed class LentBytes : IDisposable
{
    private readonly int _length;
    private byte[]? _memory;

    private LentBytes(byte[] memory, int length) => (_memory, _length) = (memory, length);

    /// <value>The bytes, in an array of their own or of others behind them.</value>
    /// <exception cref="ObjectDisposedException">They were given back.</exception>
    public ArraySegment<byte> Bytes => new(_memory ?? throw new ObjectDisposedException(nameof(LentBytes)), 0, _length);

    /// <summary>Reads a whole file into borrowed memory.</summary>
    /// <exception cref="OverflowException">It is larger than 2 GiB.</exception>
    public static LentBytes Of(IBlob blob)
    {
        var length = checked((int)blob.Length);
        var lent = new LentBytes(ArrayPool<byte>.Shared.Rent(length), length);
        blob.Read(lent.Bytes, offset: 0);
        return lent;
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _memory, null) is { } memory)
        {
            ArrayPool<byte>.Shared.Return(memory);
        }
    }
}
