using System.Buffers.Binary;

namespace Creative.Core.Imaging.Metadata;

/// <summary>The frame of a PNG chunk: length, type, content, check sum (PNG Specification, section 5.3).</summary>
internal static class PngChunk
{
    /// <param name="type">Four letters.</param>
    internal static void Write(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        var chunk = new byte[4 + type.Length + content.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        type.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(4 + type.Length));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(^4..), Crc32.Of(chunk.AsSpan(4..^4)));
        file.Write(chunk);
    }
}
