using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace Creative.Server.Hosting;

/// <summary>
/// Memory of the web server in blocks of two HTTP/2 frames instead of a quarter of one: an export passes through it twice, and each block
/// costs a lock, a link and an entry in the list that the socket gets.
/// </summary>
public sealed class LargeBlocks : IMemoryPoolFactory<byte>
{
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new Pool();

    private sealed class Pool : MemoryPool<byte>
    {
        private const int BlockBytes = 32 * 1024;
        private const int MostIdle = 256;

        private readonly ConcurrentQueue<Block> _idle = new();
        private bool _disposed;

        public override int MaxBufferSize => BlockBytes;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockBytes);
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _idle.TryDequeue(out var block) ? block : new Block(this);
        }

        protected override void Dispose(bool disposing)
        {
            _disposed = true;
            _idle.Clear();
        }

        private void TakeBack(Block block)
        {
            if (!_disposed && _idle.Count < MostIdle)
            {
                _idle.Enqueue(block);
            }
        }

        private sealed class Block(Pool pool) : IMemoryOwner<byte>
        {
            // Pinned for good: sockets want it pinned, and blocks live long.
            public Memory<byte> Memory { get; } = GC.AllocateUninitializedArray<byte>(BlockBytes, pinned: true);

            public void Dispose() => pool.TakeBack(this);
        }
    }
}
