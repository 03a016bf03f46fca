using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Creative.Core.Imaging.Metadata;

/// <summary>PNG: XMP is an uncompressed iTXt chunk before the picture data (XMP Specification, part 3, 1.1.5).</summary>
internal sealed class PngContainer : MetadataContainer
{
    private static ReadOnlySpan<byte> FileSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Keyword, then: not compressed, no language, no translated keyword.</summary>
    private static ReadOnlySpan<byte> TextHead => "XML:com.adobe.xmp\0\0\0\0\0"u8;

    private static ReadOnlySpan<byte> BareKeyword => "AIGC\0"u8;

    public override byte[] WithXmp(ReadOnlySpan<byte> file, ReadOnlySpan<byte> packet)
    {
        using var result = new MemoryStream(file.Length + packet.Length + 64);
        result.Write(FileSignature);
        foreach (var (type, range) in Chunks(file))
        {
            if (!IsXmp(file, type, range))
            {
                result.Write(file[range]);
            }

            if (type == "IHDR")
            {
                WriteText(result, packet);
            }
        }

        return result.ToArray();
    }

    public override byte[]? ReadXmp(ReadOnlySpan<byte> file)
    {
        byte[]? found = null;
        foreach (var (type, range) in Chunks(file))
        {
            if (IsXmp(file, type, range))
            {
                found = found is null ? Content(file, range)[TextHead.Length..].ToArray() : throw Twice();
            }
        }

        return found;
    }

    internal override string? ReadBareLabel(ReadOnlySpan<byte> file)
    {
        foreach (var (type, range) in Chunks(file))
        {
            if (type == "tEXt" && Content(file, range) is var content && content.StartsWith(BareKeyword))
            {
                return Encoding.Latin1.GetString(content[BareKeyword.Length..]);
            }
        }

        return null;
    }

    internal override void AppendContent(ReadOnlySpan<byte> file, IncrementalHash hash)
    {
        foreach (var (type, range) in Chunks(file))
        {
            if (!IsXmp(file, type, range))
            {
                hash.AppendData(file[range]);
            }
        }
    }

    private static bool IsXmp(ReadOnlySpan<byte> file, string type, Range range) =>
        type == "iTXt" && Content(file, range).StartsWith(TextHead);

    private static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> file, Range range) => file[range][8..^4];

    private static void WriteText(MemoryStream result, ReadOnlySpan<byte> packet) => PngChunk.Write(result, "iTXt"u8, [.. TextHead, .. packet]);

    /// <summary>Type and extent of each chunk, length and check sum included; the check sums are verified.</summary>
    private static List<(string Type, Range Range)> Chunks(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(FileSignature))
        {
            throw Damaged("it does not begin like a PNG file");
        }

        var chunks = new List<(string, Range)>();
        for (var at = FileSignature.Length; at < file.Length;)
        {
            var length = at + 12 <= file.Length ? BinaryPrimitives.ReadUInt32BigEndian(file[at..]) : uint.MaxValue;
            if (length > file.Length - at - 12)
            {
                throw Damaged($"the PNG chunk at byte {at} is cut off");
            }

            var end = at + 12 + (int)length;
            if (BinaryPrimitives.ReadUInt32BigEndian(file[(end - 4)..]) != Crc32.Of(file[(at + 4)..(end - 4)]))
            {
                throw Damaged($"the PNG chunk at byte {at} has a wrong check sum");
            }

            chunks.Add((Encoding.ASCII.GetString(file.Slice(at + 4, 4)), at..end));
            at = end;
        }

        return chunks is [("IHDR", _), .., ("IEND", _)] ? chunks : throw Damaged("PNG chunks are missing");
    }
}
