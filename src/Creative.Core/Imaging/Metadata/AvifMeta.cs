using System.Buffers.Binary;
using System.Text;

namespace Creative.Core.Imaging.Metadata;

/// <summary>An item of an AVIF file: where its bytes lie, from the beginning of the file.</summary>
internal sealed record AvifItem(int Id, IReadOnlyList<(long Offset, long Length)> Extents);

/// <summary>
/// The directory of an AVIF file (its "meta" box): read, and written anew with one more item. Boxes and their versions:
/// ISO/IEC 14496-12, 8.11. Only what encoders of still pictures write is understood; the rest is refused.
/// </summary>
internal sealed class AvifMeta
{
    private const string XmpType = "application/rdf+xml";

    private readonly byte[] _content;
    private readonly List<(string Type, Range Range)> _boxes;
    private readonly int _primary;

    private AvifMeta(Range range, byte[] content)
    {
        Range = range;
        _content = content;
        _boxes = AvifBoxes.In(content, 4);
        _primary = Word(Box("pitm"), 4);
        Items = ReadLocations(Box("iloc"));
        Xmp = ReadXmpId(Box("iinf")) is { } id ? Items.FirstOrDefault(item => item.Id == id) : null;
    }

    /// <summary>Of the whole box in the file.</summary>
    internal Range Range { get; }

    internal IReadOnlyList<AvifItem> Items { get; }

    /// <summary>The item that holds XMP; null when there is none.</summary>
    internal AvifItem? Xmp { get; }

    internal static AvifMeta Read(ReadOnlySpan<byte> file)
    {
        var boxes = AvifBoxes.In(file, 0);
        if (boxes is not [("ftyp", _), ..] || boxes.FindIndex(box => box.Type == "meta") is not (> 0 and var index))
        {
            throw new InvalidDataException("The file is damaged: it does not begin like an AVIF file.");
        }

        var range = boxes[index].Range;
        try
        {
            return new AvifMeta(range, file[range][8..].ToArray());
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The file is damaged: its directory is cut off.", e);
        }
    }

    /// <summary>This box with an XMP item whose bytes come in a box of their own at the end of the file.</summary>
    /// <param name="fileLength">Of the file as it is now, in bytes.</param>
    /// <param name="packetLength">Of the XMP, in bytes.</param>
    internal byte[] WithXmpItem(int fileLength, int packetLength)
    {
        var growth = Write(0, fileLength, packetLength).Length - (Range.End.Value - Range.Start.Value);
        return Write(growth, fileLength, packetLength);
    }

    private byte[] Write(int growth, int fileLength, int packetLength)
    {
        var id = Items.Max(item => item.Id) + 1;
        if (id > ushort.MaxValue || (_boxes.Exists(box => box.Type == "iref") && Box("iref")[0] != 0))
        {
            throw new InvalidDataException("The AVIF file numbers its items with 32 bits, which is not supported.");
        }

        var meta = new List<byte[]> { _content[..4] };
        foreach (var (type, range) in _boxes)
        {
            meta.Add(type switch
            {
                "iloc" => Locations(growth, new AvifItem(id, [((long)fileLength + 8, packetLength)])),
                "iinf" => AvifBoxes.Box("iinf", Infos(_content.AsSpan(range)[8..], id)),
                "iref" => AvifBoxes.Box("iref", [.. _content.AsSpan(range)[8..], .. Reference(id)]),
                _ => _content[range],
            });
        }

        if (_boxes.TrueForAll(box => box.Type != "iref"))
        {
            meta.Add(AvifBoxes.Box("iref", [0, 0, 0, 0, .. Reference(id)]));
        }

        return AvifBoxes.Box("meta", [.. meta.SelectMany(bytes => bytes)]);
    }

    private byte[] Locations(int growth, AvifItem added)
    {
        // Version 1; four bytes for offsets and lengths, none for bases and indexes.
        var bytes = new List<byte> { 1, 0, 0, 0, 0x44, 0x00 };
        AvifBoxes.Put(bytes, 2, Items.Count + 1);
        foreach (var item in Items.Append(added))
        {
            AvifBoxes.Put(bytes, 2, item.Id);
            AvifBoxes.Put(bytes, 2, 0);
            AvifBoxes.Put(bytes, 2, 0);
            AvifBoxes.Put(bytes, 2, item.Extents.Count);
            foreach (var (offset, length) in item.Extents)
            {
                AvifBoxes.Put(bytes, 4, offset + (offset >= Range.End.Value ? growth : 0));
                AvifBoxes.Put(bytes, 4, length);
            }
        }

        return AvifBoxes.Box("iloc", [.. bytes]);
    }

    private static byte[] Infos(ReadOnlySpan<byte> infos, int id)
    {
        var info = new List<byte> { 2, 0, 0, 0 };
        AvifBoxes.Put(info, 2, id);
        AvifBoxes.Put(info, 2, 0);
        info.AddRange("mime"u8);
        info.Add(0);
        info.AddRange(Encoding.ASCII.GetBytes(XmpType));
        info.Add(0);
        byte[] grown = [.. infos, .. AvifBoxes.Box("infe", [.. info])];
        if (grown[0] == 0)
        {
            BinaryPrimitives.WriteUInt16BigEndian(grown.AsSpan(4), (ushort)(Word(grown, 4) + 1));
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(grown.AsSpan(4), BinaryPrimitives.ReadUInt32BigEndian(grown.AsSpan(4)) + 1);
        }

        return grown;
    }

    private byte[] Reference(int id)
    {
        var bytes = new List<byte>();
        AvifBoxes.Put(bytes, 2, id);
        AvifBoxes.Put(bytes, 2, 1);
        AvifBoxes.Put(bytes, 2, _primary);
        return AvifBoxes.Box("cdsc", [.. bytes]);
    }

    private static List<AvifItem> ReadLocations(ReadOnlySpan<byte> box)
    {
        var version = box[0];
        var (offsetSize, lengthSize, baseSize, indexSize) = (box[4] >> 4, box[4] & 15, box[5] >> 4, version == 0 ? 0 : box[5] & 15);
        var at = 6;
        var count = AvifBoxes.Take(box, ref at, version < 2 ? 2 : 4);
        var items = new List<AvifItem>();
        for (var i = 0; i < count; i++)
        {
            var id = (int)AvifBoxes.Take(box, ref at, version < 2 ? 2 : 4);
            if (version > 0 && (AvifBoxes.Take(box, ref at, 2) & 15) != 0)
            {
                throw new InvalidDataException("The AVIF file keeps items in its directory, which is not supported.");
            }

            at += 2;
            var start = AvifBoxes.Take(box, ref at, baseSize);
            var extents = new (long, long)[AvifBoxes.Take(box, ref at, 2)];
            for (var extent = 0; extent < extents.Length; extent++)
            {
                at += indexSize;
                var offset = AvifBoxes.Take(box, ref at, offsetSize);
                extents[extent] = (start + offset, AvifBoxes.Take(box, ref at, lengthSize));
            }

            items.Add(new AvifItem(id, extents));
        }

        return items;
    }

    private static int? ReadXmpId(ReadOnlySpan<byte> box)
    {
        int? found = null;
        foreach (var (type, range) in AvifBoxes.In(box, box[0] == 0 ? 6 : 8))
        {
            var info = box[range][8..];
            if (type == "infe" && info[0] is 2 or 3)
            {
                var at = 4;
                var id = (int)AvifBoxes.Take(info, ref at, info[0] == 2 ? 2 : 4);
                if (info[(at + 2)..].StartsWith("mime"u8) && info.IndexOf(Encoding.ASCII.GetBytes(XmpType)) > 0)
                {
                    found = found is null ? id : throw new InvalidDataException("The file has more than one XMP packet.");
                }
            }
        }

        return found;
    }

    private ReadOnlySpan<byte> Box(string type)
    {
        var index = _boxes.FindIndex(box => box.Type == type);
        return index < 0 ? throw new InvalidDataException($"The AVIF file has no '{type}' box.") : _content.AsSpan(_boxes[index].Range)[8..];
    }

    private static int Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
