using System.Buffers;

namespace Creative.Core.Imaging;

/// <summary>
/// 8-bit pixels, row by row without padding: 3 channels are RGB, 4 are RGB premultiplied by alpha, then alpha.
/// All are sRGB. Owns its memory, which may be native: dispose it, and do not keep the span.
/// </summary>
public sealed class PixelImage : IDisposable
{
    private IMemoryOwner<byte>? _memory;

    /// <param name="size">Pixels, both sides at least 1.</param>
    /// <param name="channels">3 (RGB) or 4 (premultiplied RGBA).</param>
    /// <param name="memory">At least width × height × channels bytes; owned by the image from now on.</param>
    public PixelImage(CanvasSize size, int channels, IMemoryOwner<byte> memory)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size.Width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(size.Height, 1);
        if (channels is not (3 or 4))
        {
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "3 (RGB) or 4 (premultiplied RGBA)");
        }

        ArgumentNullException.ThrowIfNull(memory);
        ArgumentOutOfRangeException.ThrowIfLessThan((long)memory.Memory.Length, size.Pixels * channels);
        Size = size;
        Channels = channels;
        _memory = memory;
    }

    public CanvasSize Size { get; }

    public int Channels { get; }

    public int ByteLength => checked((int)(Size.Pixels * Channels));

    /// <summary>The pixels as memory, for handing to a native library without a copy.</summary>
    public Memory<byte> Memory => Owner.Memory[..ByteLength];

    public Span<byte> Pixels => Owner.Memory.Span[..ByteLength];

    private IMemoryOwner<byte> Owner => _memory ?? throw new ObjectDisposedException(nameof(PixelImage));

    /// <summary>A cleared image on pooled managed memory.</summary>
    public static PixelImage Create(CanvasSize size, int channels)
    {
        var image = new PixelImage(size, channels, MemoryPool<byte>.Shared.Rent(checked((int)(size.Pixels * channels))));
        image.Pixels.Clear();
        return image;
    }

    /// <summary>The bytes of one row, width × channels of them.</summary>
    public Span<byte> Row(int y) => Pixels.Slice(y * Size.Width * Channels, Size.Width * Channels);

    public void Dispose()
    {
        _memory?.Dispose();
        _memory = null;
    }
}
