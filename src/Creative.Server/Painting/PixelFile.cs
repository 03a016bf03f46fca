using System.Buffers.Binary;
using System.IO.Compression;
using Creative.Core.Imaging;

namespace Creative.Server.Painting;

/// <summary>
/// Pixels as bytes and back, without a loss. Not PNG: that holds straight alpha, and to it and back would change
/// premultiplied pixels, so a cached element would differ from a fresh one.
/// </summary>
internal static class PixelFile
{
    private const uint Magic = 0x31505843; // "CXP1"
    private const int HeaderLength = 16;

    public static byte[] Write(PixelImage image)
    {
        using var file = new MemoryStream();
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], image.Size.Width);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], image.Size.Height);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], image.Channels);
        file.Write(header);
        using (var compressed = new ZLibStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            compressed.Write(image.Pixels);
        }

        return file.ToArray();
    }

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static PixelImage Read(byte[] file)
    {
        if (file.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic)
        {
            throw new InvalidDataException("not a file of pixels");
        }

        var size = new CanvasSize(BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)), BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(8)));
        var channels = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(12));
        if (size.Width is < 1 or > 4096 || size.Height is < 1 or > 4096 || channels is not (3 or 4))
        {
            throw new InvalidDataException("a file of pixels with an impossible size");
        }

        var image = PixelImage.Create(size, channels);
        try
        {
            using var compressed = new ZLibStream(new MemoryStream(file, HeaderLength, file.Length - HeaderLength), CompressionMode.Decompress);
            compressed.ReadExactly(image.Pixels);
            return compressed.ReadByte() < 0 ? image : throw new InvalidDataException("a file of pixels with too many");
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException)
        {
            image.Dispose();
            throw new InvalidDataException("a damaged file of pixels", e);
        }
    }
}
