using System.Buffers.Binary;

namespace Creative.Engine.Imaging.Fonts;

/// <summary>The characters of a font, read from its cmap table, formats 4 and 12 (OpenType 1.9).</summary>
internal sealed class CharacterSet
{
    private readonly HashSet<int> _characters;

    private CharacterSet(HashSet<int> characters) => _characters = characters;

    internal bool Contains(int codePoint) => _characters.Contains(codePoint);

    /// <exception cref="InvalidDataException">There is no Unicode subtable of format 4 or 12.</exception>
    internal static CharacterSet Read(ReadOnlySpan<byte> cmap)
    {
        var tables = Word(cmap, 2);
        for (var format = 12; format >= 4; format -= 8)
        {
            for (var i = 0; i < tables; i++)
            {
                var record = cmap.Slice(4 + (8 * i), 8);
                var table = cmap[(int)Long(record, 4)..];
                if (Word(record, 0) is 0 or 3 && Word(table, 0) == format)
                {
                    return new CharacterSet(format == 12 ? Groups(table) : Segments(table));
                }
            }
        }

        throw new InvalidDataException("The font has no Unicode character map of format 4 or 12.");
    }

    private static HashSet<int> Groups(ReadOnlySpan<byte> table)
    {
        var characters = new HashSet<int>();
        var groups = Long(table, 12);
        for (var i = 0; i < groups; i++)
        {
            var group = table.Slice(16 + (12 * i), 12);
            var (first, last, glyph) = ((int)Long(group, 0), (int)Long(group, 4), (int)Long(group, 8));
            for (var character = first; character <= last; character++)
            {
                if (glyph + character - first != 0)
                {
                    characters.Add(character);
                }
            }
        }

        return characters;
    }

    private static HashSet<int> Segments(ReadOnlySpan<byte> table)
    {
        var characters = new HashSet<int>();
        var size = Word(table, 6);
        var (ends, starts, deltas, offsets) = (14, 16 + size, 16 + (2 * size), 16 + (3 * size));
        for (var i = 0; i < size; i += 2)
        {
            int first = Word(table, starts + i);
            int last = Word(table, ends + i);
            int offset = Word(table, offsets + i);
            for (var character = first; character <= last && character != 0xFFFF; character++)
            {
                int glyph = offset == 0 ? character : Word(table, offsets + i + offset + (2 * (character - first)));
                if (((glyph == 0 && offset != 0 ? 0 : glyph + Word(table, deltas + i)) & 0xFFFF) != 0)
                {
                    characters.Add(character);
                }
            }
        }

        return characters;
    }

    private static ushort Word(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table[at..]);

    private static uint Long(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt32BigEndian(table[at..]);
}
