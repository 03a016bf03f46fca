using System.Buffers;
using Creative.Contract.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Server.Assets;

/// <summary>Sends a file in chunks, without holding more than one of them.</summary>
internal static class ChunkSender
{
    private const int ChunkLength = 64 * 1024;

    public static Task SendAsync(this Stream file, IServerStreamWriter<DownloadAssetChunk> stream, CancellationToken cancellation) =>
        file.SendAsync(stream, data => new DownloadAssetChunk { Data = data }, cancellation);

    /// <param name="chunk">Makes the message of a stream from its bytes.</param>
    public static async Task SendAsync<T>(this Stream file, IServerStreamWriter<T> stream, Func<ByteString, T> chunk, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkLength);
        try
        {
            while (await file.ReadAtLeastAsync(buffer.AsMemory(0, ChunkLength), ChunkLength, throwOnEndOfStream: false, cancellation) is > 0 and var length)
            {
                // The message is on its way when the write returns, so the buffer is free for the next one.
                await stream.WriteAsync(chunk(UnsafeByteOperations.UnsafeWrap(buffer.AsMemory(0, length))), cancellation);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
