using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Creative.Engine.Imaging.Fonts.Subsets;

/// <summary>Packs font tables for browsers (W3C WOFF 1.0).</summary>
internal static class WoffFile
{
    private const int HeaderLength = 44;
    private const int EntryLength = 20;
    private const uint TrueType = 0x00010000;

    /// <summary>Where head holds a number that makes the whole file add up to a constant.</summary>
    private const int Adjustment = 8;

    /// <param name="tables">By tag; the adjustment in head is set here.</param>
    internal static byte[] Write(SortedDictionary<string, byte[]> tables)
    {
        var adjustment = Adjust(tables);
        using var data = new MemoryStream();
        var directory = new byte[EntryLength * tables.Count];
        var start = HeaderLength + directory.Length;
        var entry = directory.AsSpan();
        foreach (var (tag, table) in tables)
        {
            var packed = Packed(table);
            Encoding.ASCII.GetBytes(tag, entry);
            Put(entry[4..], (uint)(start + data.Length), (uint)packed.Length, (uint)table.Length, Sum(table) - (tag == "head" ? adjustment : 0));
            data.Write(packed);
            data.Write(new byte[-(int)data.Length & 3]);
            entry = entry[EntryLength..];
        }

        var header = new byte[HeaderLength];
        Put(header, 0x774F4646, TrueType, (uint)(start + data.Length), (uint)tables.Count << 16, (uint)Length(tables), 1 << 16);
        return [.. header, .. directory, .. data.ToArray()];
    }

    /// <returns>The number now in head, which its own checksum leaves out.</returns>
    private static uint Adjust(SortedDictionary<string, byte[]> tables)
    {
        var head = tables["head"];
        Put(head.AsSpan(Adjustment), 0);
        var header = new byte[12 + (16 * tables.Count)];
        var power = (int)Math.Log2(tables.Count);
        Put(header, TrueType, ((uint)tables.Count << 16) | (16u << power), ((uint)power << 16) | (uint)(16 * (tables.Count - (1 << power))));
        var entry = header.AsSpan(12);
        var (at, sum) = (header.Length, 0u);
        foreach (var (tag, table) in tables)
        {
            Encoding.ASCII.GetBytes(tag, entry);
            Put(entry[4..], Sum(table), (uint)at, (uint)table.Length);
            entry = entry[16..];
            at += (table.Length + 3) & ~3;
            sum += Sum(table);
        }

        var adjustment = 0xB1B0AFBA - (sum + Sum(header));
        Put(head.AsSpan(Adjustment), adjustment);
        return adjustment;
    }

    private static int Length(SortedDictionary<string, byte[]> tables) => 12 + (16 * tables.Count) + tables.Values.Sum(table => (table.Length + 3) & ~3);

    private static byte[] Packed(byte[] table)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(table);
        }

        return packed.Length < table.Length ? packed.ToArray() : table;
    }

    private static uint Sum(ReadOnlySpan<byte> table)
    {
        var sum = 0u;
        for (; table.Length >= 4; table = table[4..])
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(table);
        }

        Span<byte> rest = stackalloc byte[4];
        rest.Clear();
        table.CopyTo(rest);
        return sum + BinaryPrimitives.ReadUInt32BigEndian(rest);
    }

    private static void Put(Span<byte> to, params ReadOnlySpan<uint> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt32BigEndian(to, value);
            to = to[4..];
        }
    }
}
