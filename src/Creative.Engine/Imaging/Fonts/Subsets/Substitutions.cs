using System.Buffers.Binary;

namespace Creative.Engine.Imaging.Fonts.Subsets;

/// <summary>
/// What glyphs can turn into when text is set: the GSUB table (OpenType 1.9). Contexts and languages are not looked at, so
/// that it may be more than any text needs; alternates, which only a person chooses, are left out.
/// </summary>
internal static class Substitutions
{
    private const int Single = 1;
    private const int Multiple = 2;
    private const int Ligature = 4;
    private const int Extension = 7;
    private const int ReverseSingle = 8;

    /// <summary>Adds to the glyphs whatever can come of them.</summary>
    internal static void Close(ReadOnlySpan<byte> gsub, HashSet<int> glyphs)
    {
        var lookups = gsub[Word(gsub, 8)..];
        for (var before = -1; before != glyphs.Count;)
        {
            before = glyphs.Count;
            for (var i = 0; i < Word(lookups, 0); i++)
            {
                var lookup = lookups[Word(lookups, 2 + (2 * i))..];
                for (var j = 0; j < Word(lookup, 4); j++)
                {
                    Subtable(Word(lookup, 0), lookup[Word(lookup, 6 + (2 * j))..], glyphs);
                }
            }
        }
    }

    private static void Subtable(int type, ReadOnlySpan<byte> table, HashSet<int> glyphs)
    {
        switch (type)
        {
            case Single when Word(table, 0) == 1:
                foreach (var (_, glyph) in Covered(table, glyphs))
                {
                    glyphs.Add((glyph + Word(table, 4)) & 0xFFFF);
                }

                break;
            case Single:
                foreach (var (index, _) in Covered(table, glyphs))
                {
                    glyphs.Add(Word(table, 6 + (2 * index)));
                }

                break;
            case Multiple:
                foreach (var (index, _) in Covered(table, glyphs))
                {
                    var sequence = table[Word(table, 6 + (2 * index))..];
                    for (var k = 0; k < Word(sequence, 0); k++)
                    {
                        glyphs.Add(Word(sequence, 2 + (2 * k)));
                    }
                }

                break;
            case Ligature:
                foreach (var (index, _) in Covered(table, glyphs))
                {
                    Ligatures(table[Word(table, 6 + (2 * index))..], glyphs);
                }

                break;
            case ReverseSingle:
                var behind = 4 + (2 * Word(table, 4));
                var substitutes = behind + 4 + (2 * Word(table, behind + 2));
                foreach (var (index, _) in Covered(table, glyphs))
                {
                    glyphs.Add(Word(table, substitutes + (2 * index)));
                }

                break;
            case Extension:
                Subtable(Word(table, 2), table[(int)BinaryPrimitives.ReadUInt32BigEndian(table[4..])..], glyphs);
                break;
        }
    }

    private static void Ligatures(ReadOnlySpan<byte> set, HashSet<int> glyphs)
    {
        for (var i = 0; i < Word(set, 0); i++)
        {
            var ligature = set[Word(set, 2 + (2 * i))..];
            var whole = true;
            for (var k = 1; k < Word(ligature, 2); k++)
            {
                whole &= glyphs.Contains(Word(ligature, 2 + (2 * k)));
            }

            if (whole)
            {
                glyphs.Add(Word(ligature, 0));
            }
        }
    }

    /// <summary>The glyphs that a subtable's coverage names, each with its place there.</summary>
    private static List<(int Index, int Glyph)> Covered(ReadOnlySpan<byte> table, HashSet<int> glyphs)
    {
        var coverage = table[Word(table, 2)..];
        var covered = new List<(int Index, int Glyph)>();
        for (var i = 0; i < Word(coverage, 2); i++)
        {
            if (Word(coverage, 0) == 1)
            {
                covered.Add((i, Word(coverage, 4 + (2 * i))));
                continue;
            }

            var range = coverage[(4 + (6 * i))..];
            for (var glyph = Word(range, 0); glyph <= Word(range, 2); glyph++)
            {
                covered.Add((Word(range, 4) + glyph - Word(range, 0), glyph));
            }
        }

        covered.RemoveAll(one => !glyphs.Contains(one.Glyph));
        return covered;
    }

    private static int Word(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table[at..]);
}
