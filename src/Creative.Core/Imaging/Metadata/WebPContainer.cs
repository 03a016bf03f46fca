using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Creative.Core.Imaging.Metadata;

/// <summary>WebP: XMP is a RIFF chunk at the end, announced by a flag in the VP8X chunk (WebP container specification).</summary>
internal sealed class WebPContainer : MetadataContainer
{
    private const byte XmpFlag = 0x04;
    private const byte AlphaFlag = 0x10;

    public override byte[] WithXmp(ReadOnlySpan<byte> file, ReadOnlySpan<byte> packet)
    {
        var chunks = Chunks(file);
        using var result = new MemoryStream(file.Length + packet.Length + 64);
        result.Write(file[..12]);
        var extended = Extended(file, chunks);
        extended[0] |= XmpFlag;
        WriteChunk(result, "VP8X"u8, extended);
        foreach (var (type, range) in chunks)
        {
            if (type is not ("VP8X" or "XMP "))
            {
                WriteChunk(result, file.Slice(range.Start.Value - 8, 4), file[range]);
            }
        }

        WriteChunk(result, "XMP "u8, packet);
        var bytes = result.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return bytes;
    }

    public override byte[]? ReadXmp(ReadOnlySpan<byte> file)
    {
        byte[]? found = null;
        foreach (var (type, range) in Chunks(file))
        {
            if (type == "XMP ")
            {
                found = found is null ? file[range].ToArray() : throw Twice();
            }
        }

        return found;
    }

    internal override void AppendContent(ReadOnlySpan<byte> file, IncrementalHash hash)
    {
        foreach (var (type, range) in Chunks(file))
        {
            if (type is not ("VP8X" or "XMP "))
            {
                hash.AppendData(Encoding.ASCII.GetBytes(type));
                hash.AppendData(file[range]);
            }
        }
    }

    /// <summary>The content of the VP8X chunk: the file's own, or one made from the picture's header.</summary>
    private static byte[] Extended(ReadOnlySpan<byte> file, List<(string Type, Range Range)> chunks)
    {
        var (type, range) = chunks[0];
        var content = file[range];
        if (type == "VP8X" && content.Length == 10)
        {
            return content.ToArray();
        }

        var (width, height, alpha) = type switch
        {
            // Key frame: three bytes of tag, three of start code, then 14 bits each (RFC 6386, 9.1).
            "VP8 " when content.Length >= 10 =>
                (BinaryPrimitives.ReadUInt16LittleEndian(content[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(content[8..]) & 0x3FFF, false),

            // One byte of signature, then 14 bits each, less one, and the alpha bit.
            "VP8L" when content.Length >= 5 && BinaryPrimitives.ReadUInt32LittleEndian(content[1..]) is var bits =>
                ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1, (bits & (1 << 28)) != 0),
            _ => throw Damaged($"WebP does not begin with a {type} chunk of this length"),
        };
        var extended = new byte[10];
        extended[0] = alpha ? AlphaFlag : (byte)0;
        WriteThreeBytes(extended.AsSpan(4), width - 1);
        WriteThreeBytes(extended.AsSpan(7), height - 1);
        return extended;
    }

    private static void WriteThreeBytes(Span<byte> to, int value) => (to[0], to[1], to[2]) = ((byte)value, (byte)(value >> 8), (byte)(value >> 16));

    private static void WriteChunk(MemoryStream result, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        result.Write(type);
        result.Write(length);
        result.Write(content);
        if (content.Length % 2 == 1)
        {
            result.WriteByte(0);
        }
    }

    /// <summary>Type and content of each chunk.</summary>
    private static List<(string Type, Range Range)> Chunks(ReadOnlySpan<byte> file)
    {
        if (file.Length < 20 || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WEBP"u8))
        {
            throw Damaged("it does not begin like a WebP file");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) != file.Length - 8)
        {
            throw Damaged("the WebP file is cut off, or something follows it");
        }

        var chunks = new List<(string, Range)>();
        for (var at = 12; at < file.Length;)
        {
            var length = at + 8 <= file.Length ? BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]) : uint.MaxValue;
            if (length > file.Length - at - 8)
            {
                throw Damaged($"the WebP chunk at byte {at} is cut off");
            }

            chunks.Add((Encoding.ASCII.GetString(file.Slice(at, 4)), (at + 8)..(at + 8 + (int)length)));
            at += 8 + (int)length + (int)(length & 1);
        }

        return chunks;
    }
}
