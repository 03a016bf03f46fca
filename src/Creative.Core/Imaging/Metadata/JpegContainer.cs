using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Creative.Core.Imaging.Metadata;

/// <summary>JPEG: XMP is an APP1 segment with its own signature (XMP Specification, part 3, 1.1.3).</summary>
internal sealed class JpegContainer : MetadataContainer
{
    private const byte App1 = 0xE1;
    private const byte StartOfScan = 0xDA;

    private static ReadOnlySpan<byte> Signature => "http://ns.adobe.com/xap/1.0/\0"u8;

    public override byte[] WithXmp(ReadOnlySpan<byte> file, ReadOnlySpan<byte> packet)
    {
        var length = 2 + Signature.Length + packet.Length;
        if (length > ushort.MaxValue)
        {
            throw new ArgumentException($"A packet of {packet.Length} bytes does not fit into a JPEG segment.", nameof(packet));
        }

        // Behind JFIF's own segment, which must come first.
        var segments = Segments(file);
        var at = segments is [(0xE0, var jfif), ..] ? jfif.End.Value : 2;
        using var result = new MemoryStream(file.Length + length + 2);
        result.Write(file[..at]);
        Span<byte> head = [0xFF, App1, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)length);
        result.Write(head);
        result.Write(Signature);
        result.Write(packet);
        var from = at;
        foreach (var (marker, range) in segments)
        {
            if (IsXmp(file, marker, range))
            {
                result.Write(file[from..range.Start.Value]);
                from = range.End.Value;
            }
        }

        result.Write(file[from..]);
        return result.ToArray();
    }

    public override byte[]? ReadXmp(ReadOnlySpan<byte> file)
    {
        byte[]? found = null;
        foreach (var (marker, range) in Segments(file))
        {
            if (IsXmp(file, marker, range))
            {
                found = found is null ? file[range][(4 + Signature.Length)..].ToArray() : throw Twice();
            }
        }

        return found;
    }

    internal override void AppendContent(ReadOnlySpan<byte> file, IncrementalHash hash)
    {
        var from = 0;
        foreach (var (marker, range) in Segments(file))
        {
            if (IsXmp(file, marker, range))
            {
                hash.AppendData(file[from..range.Start.Value]);
                from = range.End.Value;
            }
        }

        hash.AppendData(file[from..]);
    }

    private static bool IsXmp(ReadOnlySpan<byte> file, byte marker, Range range) =>
        marker == App1 && file[range][4..].StartsWith(Signature);

    /// <summary>Marker and extent of each segment before the picture data.</summary>
    private static List<(byte Marker, Range Range)> Segments(ReadOnlySpan<byte> file)
    {
        var segments = new List<(byte, Range)>();
        if (!file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
        {
            throw Damaged("it does not begin like a JPEG file");
        }

        for (var at = 2; ;)
        {
            if (at + 4 > file.Length || file[at] != 0xFF)
            {
                throw Damaged($"no JPEG segment at byte {at}");
            }

            var marker = file[at + 1];
            if (marker == StartOfScan)
            {
                return segments;
            }

            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (end < at + 4 || end > file.Length)
            {
                throw Damaged($"the JPEG segment at byte {at} is cut off");
            }

            segments.Add((marker, at..end));
            at = end;
        }
    }
}
