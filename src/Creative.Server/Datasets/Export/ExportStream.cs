using System.Buffers;
using System.Security.Cryptography;
using Creative.Contract.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Server.Datasets.Export;

/// <summary>
/// A file of an export while it is written: hashed, cut into pieces, sent. What lies before <paramref name="from"/> is only hashed.
/// Holds two pieces: while one is on its way, the other is filled.
/// </summary>
/// <param name="path">Of the file.</param>
/// <param name="from">First byte to send; null: none.</param>
internal sealed class ExportStream(string path, long? from, IServerStreamWriter<ExportDatasetChunk> client, CancellationToken cancellation) : Stream
{
    /// <summary>Bytes of a piece.</summary>
    public const int PieceLength = 256 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _piece = ArrayPool<byte>.Shared.Rent(PieceLength);
    private byte[] _onItsWay = ArrayPool<byte>.Shared.Rent(PieceLength);
    private Task _sending = Task.CompletedTask;
    private int _filled;
    private long _sent = from ?? 0;
    private long _written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _written;

    public override long Position
    {
        get => _written;
        set => throw new NotSupportedException();
    }

    /// <summary>Sends what is left; the file ends.</summary>
    /// <returns>Its hash, 64 lower-case hexadecimal digits.</returns>
    public async Task<string> EndAsync()
    {
        if (from is not null)
        {
            await SendAsync(last: true);
            await _sending;
        }

        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _hash.AppendData(buffer.Span);
        var skipped = from is { } start ? (int)Math.Clamp(start - _written, 0, buffer.Length) : buffer.Length;
        _written += buffer.Length;
        buffer = buffer[skipped..];
        while (!buffer.IsEmpty)
        {
            var length = Math.Min(buffer.Length, PieceLength - _filled);
            buffer[..length].CopyTo(_piece.AsMemory(_filled));
            _filled += length;
            buffer = buffer[length..];
            if (_filled == PieceLength)
            {
                await SendAsync(last: false);
            }
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Nothing that exports a file writes otherwise; a piece cannot be sent without waiting.
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Exports are written asynchronously.");

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        // What is on its way is read from memory that others get now. If it failed, whoever wrote here was told or has a reason of its own.
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _hash.Dispose();
        ArrayPool<byte>.Shared.Return(_piece);
        ArrayPool<byte>.Shared.Return(_onItsWay);
        await base.DisposeAsync();
    }

    private async Task SendAsync(bool last)
    {
        await _sending;
        var data = UnsafeByteOperations.UnsafeWrap(_piece.AsMemory(0, _filled));
        _sending = client.WriteAsync(new ExportDatasetChunk { Path = path, Offset = _sent, Data = data, Last = last }, cancellation);
        _sent += _filled;
        _filled = 0;
        (_piece, _onItsWay) = (_onItsWay, _piece);
    }
}
