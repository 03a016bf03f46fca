using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Creative.Core.Imaging.Metadata;

/// <summary>AVIF: XMP is an item of its own, of type "mime", that describes the primary item (HEIF, ISO/IEC 23008-12, annex A).</summary>
internal sealed class AvifContainer : MetadataContainer
{
    public override byte[] WithXmp(ReadOnlySpan<byte> file, ReadOnlySpan<byte> packet)
    {
        var meta = AvifMeta.Read(file);
        if (meta.Xmp is not null)
        {
            throw new InvalidDataException("The AVIF file has an XMP packet already, which cannot be replaced.");
        }

        // The packet goes to the end of the file; the directory grows, so everything behind it moves.
        var grown = meta.WithXmpItem(file.Length, packet.Length);
        using var result = new MemoryStream(file.Length + packet.Length + 256);
        result.Write(file[..meta.Range.Start.Value]);
        result.Write(grown);
        result.Write(file[meta.Range.End.Value..]);
        Span<byte> head = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(head, packet.Length + 8);
        "mdat"u8.CopyTo(head[4..]);
        result.Write(head);
        result.Write(packet);
        return result.ToArray();
    }

    public override byte[]? ReadXmp(ReadOnlySpan<byte> file) =>
        AvifMeta.Read(file).Xmp is { } item ? Bytes(file, item) : null;

    internal override void AppendContent(ReadOnlySpan<byte> file, IncrementalHash hash)
    {
        var meta = AvifMeta.Read(file);
        foreach (var item in meta.Items.Where(item => item != meta.Xmp))
        {
            hash.AppendData(Bytes(file, item));
        }
    }

    private static byte[] Bytes(ReadOnlySpan<byte> file, AvifItem item)
    {
        using var bytes = new MemoryStream();
        foreach (var (offset, length) in item.Extents)
        {
            if (offset > file.Length || length > file.Length - offset)
            {
                throw Damaged($"item {item.Id} lies outside the AVIF file");
            }

            bytes.Write(file.Slice((int)offset, (int)length));
        }

        return bytes.ToArray();
    }
}
