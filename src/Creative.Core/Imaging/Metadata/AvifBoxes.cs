using System.Buffers.Binary;
using System.Text;

namespace Creative.Core.Imaging.Metadata;

/// <summary>Boxes of the ISO base media file format: a length, a type of four letters, a content (ISO/IEC 14496-12, 4.2).</summary>
internal static class AvifBoxes
{
    /// <summary>Type and extent, header included, of each box from <paramref name="at"/> to the end.</summary>
    /// <exception cref="InvalidDataException">A box is cut off, or has no length of 32 bits.</exception>
    internal static List<(string Type, Range Range)> In(ReadOnlySpan<byte> bytes, int at)
    {
        var boxes = new List<(string, Range)>();
        while (at < bytes.Length)
        {
            var length = at + 8 <= bytes.Length ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) : 0;
            if (length < 8 || length > bytes.Length - at)
            {
                throw new InvalidDataException($"The file is damaged: no whole AVIF box at byte {at}.");
            }

            boxes.Add((Encoding.ASCII.GetString(bytes.Slice(at + 4, 4)), at..(at + (int)length)));
            at += (int)length;
        }

        return boxes;
    }

    internal static byte[] Box(string type, ReadOnlySpan<byte> content)
    {
        var box = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.ASCII.GetBytes(type, box.AsSpan(4));
        content.CopyTo(box.AsSpan(8));
        return box;
    }

    /// <summary>Reads a number of 0 to 8 bytes, high byte first.</summary>
    internal static long Take(ReadOnlySpan<byte> bytes, ref int at, int size)
    {
        long value = 0;
        foreach (var part in bytes.Slice(at, size))
        {
            value = (value << 8) | part;
        }

        at += size;
        return value;
    }

    /// <summary>Appends a number of 1 to 8 bytes, high byte first.</summary>
    internal static void Put(List<byte> bytes, int size, long value)
    {
        for (var shift = 8 * (size - 1); shift >= 0; shift -= 8)
        {
            bytes.Add((byte)(value >> shift));
        }
    }
}
