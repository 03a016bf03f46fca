using System.Buffers.Binary;
using System.IO.Compression;
using Creative.Core.Imaging.Metadata;

namespace Creative.Core.Imaging;

/// <summary>PNG files of one channel of 8 bits, for maps that are no pictures. The same values always give the same file.</summary>
public static class GreyPng
{
    private const byte BitDepth = 8;
    private const byte Greyscale = 0;

    /// <param name="values">Row by row from the top: <paramref name="width"/> × <paramref name="height"/> of them, 0 black to 255 white.</param>
    /// <exception cref="ArgumentException">There are more or fewer values.</exception>
    public static byte[] Write(int width, int height, ReadOnlySpan<byte> values)
    {
        if (width < 1 || height < 1 || values.Length != (long)width * height)
        {
            throw new ArgumentException($"{values.Length} values are not {width} × {height}.", nameof(values));
        }

        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (BitDepth, Greyscale);
        header[10..].Clear();
        PngChunk.Write(file, "IHDR"u8, header);
        PngChunk.Write(file, "IDAT"u8, Compressed(width, values));
        PngChunk.Write(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compressed(int width, ReadOnlySpan<byte> values)
    {
        using var content = new MemoryStream();
        using (var lines = new ZLibStream(content, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (; !values.IsEmpty; values = values[width..])
            {
                // Each line begins with its filter: none.
                lines.WriteByte(0);
                lines.Write(values[..width]);
            }
        }

        return content.ToArray();
    }
}
