using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Creative.Contract.V1;
using Creative.Core.Datasets.Export.Files;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Server.Datasets.Export;

/// <summary>
/// A file of an export while it is written: cut into pieces, hashed, sent. What lies before <paramref name="from"/> is not sent. A flush
/// sends the pieces that are full, and the last one waits for more. While one is on its way, the next is filled.
/// </summary>
/// <param name="path">Of the file.</param>
/// <param name="from">First byte to send; null: none.</param>
/// <param name="known">Hash of the file, where it need not be taken again.</param>
/// <param name="client">Null: nothing is sent.</param>
internal sealed class ExportPipe(string path, long? from, string? known, IServerStreamWriter<ExportDatasetChunk>? client, CancellationToken cancellation) : PipeWriter, IAsyncDisposable
{
    /// <summary>Bytes of a piece, at most.</summary>
    public const int PieceLength = 2 * 1024 * 1024;

    private const int WorthAThread = 32 * 1024;

    private readonly IncrementalHash? _hash = known is null ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    private readonly Queue<ArraySegment<byte>> _full = new();
    private byte[] _piece = ArrayPool<byte>.Shared.Rent(PieceLength);
    private int _filled;
    private byte[]? _onItsWay;
    private Task _sending = Task.CompletedTask;
    private Task _hashing = Task.CompletedTask;
    private long _passed;

    /// <value>Bytes written.</value>
    public long Length { get; private set; }

    public override bool CanGetUnflushedBytes => false;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sizeHint, PieceLength);
        if (PieceLength - _filled < Math.Max(1, sizeHint))
        {
            _full.Enqueue(Cut());
        }

        return _piece.AsMemory(_filled, PieceLength - _filled);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        _filled += bytes;
        Length += bytes;
    }

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        while (_full.TryDequeue(out var piece))
        {
            await SendAsync(piece, last: false);
        }

        return default;
    }

    public override async ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        while (!source.IsEmpty)
        {
            var target = GetMemory();
            var length = Math.Min(source.Length, target.Length);
            source[..length].CopyTo(target);
            Advance(length);
            source = source[length..];
            await FlushAsync(cancellationToken);
        }

        return default;
    }

    /// <summary>Sends what is left; the file ends.</summary>
    public async Task<ManifestEntry> EndAsync()
    {
        await FlushAsync(cancellation);
        await SendAsync(Cut(), last: true);
        await _sending;
        await _hashing;
        return new ManifestEntry(path, Length, known ?? Convert.ToHexStringLower(_hash!.GetHashAndReset()));
    }

    // Only whoever made it knows when the file ends.
    public override void Complete(Exception? exception = null) => throw new NotSupportedException();

    public override void CancelPendingFlush() => throw new NotSupportedException();

    public async ValueTask DisposeAsync()
    {
        // What is on its way or hashed is read from memory that others get now. If it failed, whoever wrote here was told or has a reason of its own.
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _hashing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _hash?.Dispose();
        GiveBack(_onItsWay);
        GiveBack(_piece);
        foreach (var piece in _full)
        {
            GiveBack(piece.Array);
        }
    }

    /// <summary>Takes away what is filled; the next piece begins.</summary>
    private ArraySegment<byte> Cut()
    {
        var piece = new ArraySegment<byte>(_piece, 0, _filled);
        _piece = ArrayPool<byte>.Shared.Rent(PieceLength);
        _filled = 0;
        return piece;
    }

    private async ValueTask SendAsync(ArraySegment<byte> piece, bool last)
    {
        await _sending;
        await _hashing;
        GiveBack(_onItsWay);
        _onItsWay = piece.Array;
        if (client is not null && from is { } start && (last || start < _passed + piece.Count))
        {
            var skipped = (int)Math.Clamp(start - _passed, 0, piece.Count);
            var data = UnsafeByteOperations.UnsafeWrap(piece.AsMemory(skipped));
            _sending = client.WriteAsync(new ExportDatasetChunk { Path = path, Offset = Math.Max(start, _passed), Data = data, Last = last }, cancellation);
        }

        _hashing = HashAsync(piece);
        _passed += piece.Count;
    }

    /// <summary>On a thread of its own, where that is worth one: hashing a piece takes as long as reading and sending it.</summary>
    private Task HashAsync(ArraySegment<byte> piece)
    {
        if (_hash is not null && piece.Count > WorthAThread)
        {
            return Task.Run(() => _hash.AppendData(piece), CancellationToken.None);
        }

        _hash?.AppendData(piece);
        return Task.CompletedTask;
    }

    private static void GiveBack(byte[]? memory)
    {
        if (memory is not null)
        {
            ArrayPool<byte>.Shared.Return(memory);
        }
    }
}
