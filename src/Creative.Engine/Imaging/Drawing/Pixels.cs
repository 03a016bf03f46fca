using System.Buffers;
using Creative.Core.Imaging;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>Makes images whose pixels are about to be written, on pooled memory that is not cleared.</summary>
internal static class Pixels
{
    internal static PixelImage Rent(CanvasSize size, int channels) =>
        new(size, channels, MemoryPool<byte>.Shared.Rent(checked((int)(size.Pixels * channels))));
}
