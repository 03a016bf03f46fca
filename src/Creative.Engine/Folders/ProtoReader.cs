using System.Text;

namespace Creative.Engine.Folders;

/// <summary>
/// Reads Protocol Buffers messages from a file without taking them into memory, and never beyond the end that a message
/// declares: https://protobuf.dev/programming-guides/encoding.
/// </summary>
internal sealed class ProtoReader(Stream file)
{
    private const int LongestText = 4096;

    public const int Varint = 0;
    public const int Fixed64 = 1;
    public const int Bytes = 2;
    public const int Fixed32 = 5;

    public long Position => file.Position;

    public long Length => file.Length;

    /// <summary>The next field of a message that ends at <paramref name="end"/>; false at its end.</summary>
    /// <exception cref="InvalidDataException">Not a field.</exception>
    public bool Next(long end, out int field, out int wire)
    {
        (field, wire) = (0, 0);
        if (Position >= end)
        {
            return false;
        }

        var tag = Number(end);
        (field, wire) = ((int)Math.Min(tag >> 3, int.MaxValue), (int)(tag & 7));
        return field > 0 && wire is Varint or Fixed64 or Bytes or Fixed32
            ? true
            : throw new InvalidDataException($"byte {Position} is not the beginning of a field");
    }

    public ulong Number(long end)
    {
        var value = 0UL;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var next = Position < end ? file.ReadByte() : -1;
            if (next < 0)
            {
                throw new InvalidDataException($"it is cut short at byte {Position}");
            }

            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException($"byte {Position} is in the middle of a number that does not end");
    }

    /// <summary>End of a length-delimited field whose length comes next.</summary>
    public long End(long end)
    {
        var length = Number(end);
        return length <= (ulong)(end - Position)
            ? Position + (long)length
            : throw new InvalidDataException($"it is cut short: {length} bytes were announced at byte {Position}, and {end - Position} are left");
    }

    public string Text(long end)
    {
        var stop = End(end);
        if (stop - Position > LongestText)
        {
            throw new InvalidDataException($"the text at byte {Position} has {stop - Position} bytes, expected at most {LongestText}");
        }

        var bytes = new byte[stop - Position];
        file.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    public void Skip(int wire, long end)
    {
        switch (wire)
        {
            case Varint: Number(end); break;
            case Fixed64: Jump(Position + 8, end); break;
            case Fixed32: Jump(Position + 4, end); break;
            default: Jump(End(end), end); break;
        }
    }

    private void Jump(long position, long end) =>
        file.Position = position <= end ? position : throw new InvalidDataException($"it is cut short at byte {Position}");
}
