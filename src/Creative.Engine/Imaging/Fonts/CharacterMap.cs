using System.Buffers.Binary;

namespace Creative.Engine.Imaging.Fonts;

/// <summary>From Unicode characters to glyphs: the cmap table's format 12, or else format 4 (OpenType 1.9).</summary>
internal sealed class CharacterMap
{
    private readonly byte[] _table;
    private readonly int _format12;
    private readonly int _format4;

    /// <exception cref="InvalidDataException">There is no Unicode subtable of format 4 or 12.</exception>
    internal CharacterMap(byte[] cmap)
    {
        _table = cmap;
        for (var i = 0; i < Word(2); i++)
        {
            // Platforms 0 and 3 are Unicode's.
            var (platform, at) = (Word(4 + (8 * i)), (int)Long(4 + (8 * i) + 4));
            _format12 = platform is 0 or 3 && Word(at) == 12 ? at : _format12;
            _format4 = platform is 0 or 3 && Word(at) == 4 ? at : _format4;
        }

        if (_format12 == 0 && _format4 == 0)
        {
            throw new InvalidDataException("The font has no Unicode character map of format 4 or 12.");
        }
    }

    internal bool Contains(int codePoint) => GlyphOf(codePoint) != 0;

    /// <returns>0 when the font lacks the character.</returns>
    internal int GlyphOf(int codePoint) =>
        _format12 > 0 ? InGroups(codePoint) : codePoint <= 0xFFFF ? InSegments(codePoint) : 0;

    private int InGroups(int codePoint)
    {
        int low = 0, high = (int)Long(_format12 + 12) - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = _format12 + 16 + (12 * middle);
            if (codePoint < Long(group))
            {
                high = middle - 1;
            }
            else if (codePoint > Long(group + 4))
            {
                low = middle + 1;
            }
            else
            {
                return (int)(Long(group + 8) + (uint)codePoint - Long(group));
            }
        }

        return 0;
    }

    private int InSegments(int codePoint)
    {
        var count = Word(_format4 + 6) / 2;
        for (var i = 0; i < count; i++)
        {
            if (Word(_format4 + 14 + (2 * i)) < codePoint)
            {
                continue;
            }

            var start = Word(_format4 + 16 + (2 * count) + (2 * i));
            if (start > codePoint)
            {
                return 0;
            }

            var delta = Word(_format4 + 16 + (4 * count) + (2 * i));
            var offsetAt = _format4 + 16 + (6 * count) + (2 * i);
            var offset = Word(offsetAt);
            var glyph = offset == 0 ? codePoint : Word(offsetAt + offset + (2 * (codePoint - start)));
            return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
        }

        return 0;
    }

    private int Word(int at) => BinaryPrimitives.ReadUInt16BigEndian(_table.AsSpan(at));

    private uint Long(int at) => BinaryPrimitives.ReadUInt32BigEndian(_table.AsSpan(at));
}
