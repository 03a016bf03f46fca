using System.Buffers.Binary;

namespace Creative.Engine.Imaging.Fonts.Subsets;

/// <summary>
/// A TrueType face with the characters of one text and all that they can turn into. Glyphs keep their numbers, so that the
/// tables that kern and join letters stay as they are; the outlines of all others are left out.
/// </summary>
internal static class FontSubset
{
    private static readonly string[] Kept = ["GDEF", "GPOS", "GSUB", "OS/2", "cvt ", "fpgm", "gasp", "hhea", "maxp", "name", "prep"];

    /// <returns>A WOFF 1.0 file.</returns>
    internal static byte[] Write(byte[] font, string text)
    {
        var tables = new SfntTables(font);
        var outlines = new GlyphTable(tables);
        var map = new CharacterMap(tables["cmap"].ToArray());
        var characters = text.EnumerateRunes().Select(rune => (Code: rune.Value, Glyph: map.GlyphOf(rune.Value)))
            .Where(character => character.Glyph != 0).Distinct().OrderBy(character => character.Code).ToArray();
        HashSet<int> glyphs = [0, .. characters.Select(character => character.Glyph)];
        if (tables.Has("GSUB"))
        {
            Substitutions.Close(tables["GSUB"], glyphs);
        }

        outlines.AddComponents(glyphs);
        var (glyf, loca) = Outlines(outlines, glyphs);
        var written = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["cmap"] = Map(characters),
            ["glyf"] = glyf,
            ["head"] = Head(tables["head"]),
            ["hmtx"] = Widths(tables, glyphs, outlines.Count),
            ["loca"] = loca,
            ["post"] = Nameless(tables["post"]),
        };
        foreach (var tag in Kept.Where(tables.Has))
        {
            written[tag] = tables[tag].ToArray();
        }

        return WoffFile.Write(written);
    }

    private static (byte[] Glyf, byte[] Loca) Outlines(GlyphTable outlines, HashSet<int> glyphs)
    {
        using var glyf = new MemoryStream();
        var loca = new byte[4 * (outlines.Count + 1)];
        for (var glyph = 0; glyph < outlines.Count; glyph++)
        {
            if (glyphs.Contains(glyph))
            {
                glyf.Write(outlines.Outline(glyph));
                glyf.Write(new byte[-(int)glyf.Length & 3]);
            }

            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * (glyph + 1)), (uint)glyf.Length);
        }

        return (glyf.ToArray(), loca);
    }

    /// <summary>Advances and left edges; those of other glyphs are zero, which packs to nothing.</summary>
    private static byte[] Widths(SfntTables tables, HashSet<int> glyphs, int count)
    {
        var widths = tables["hmtx"].ToArray();
        var full = BinaryPrimitives.ReadUInt16BigEndian(tables["hhea"][34..]);
        for (var glyph = 0; glyph < count; glyph++)
        {
            if (!glyphs.Contains(glyph))
            {
                // The last full entry holds the advance of all that follow.
                widths.AsSpan(glyph < full ? 4 * glyph : (4 * full) + (2 * (glyph - full)), glyph < full - 1 ? 4 : glyph < full ? 0 : 2).Clear();
            }
        }

        return widths;
    }

    /// <summary>One table of format 12: characters that follow one another with their glyphs are a group.</summary>
    private static byte[] Map((int Code, int Glyph)[] characters)
    {
        var groups = new List<(int First, int Last, int Glyph)>();
        foreach (var (code, glyph) in characters)
        {
            if (groups.Count > 0 && groups[^1] is var last && code == last.Last + 1 && glyph == last.Glyph + code - last.First)
            {
                groups[^1] = last with { Last = code };
            }
            else
            {
                groups.Add((code, code, glyph));
            }
        }

        var length = 16 + (12 * groups.Count);
        return
        [
            .. Words(0, 1, 3, 10), .. Long(12),
            .. Words(12, 0), .. Long(length), .. Long(0), .. Long(groups.Count),
            .. groups.SelectMany(group => Long(group.First).Concat(Long(group.Last)).Concat(Long(group.Glyph))),
        ];
    }

    private static byte[] Head(ReadOnlySpan<byte> head)
    {
        var copy = head.ToArray();
        BinaryPrimitives.WriteInt16BigEndian(copy.AsSpan(50), 1);
        return copy;
    }

    /// <summary>Version 3: without the glyphs' names.</summary>
    private static byte[] Nameless(ReadOnlySpan<byte> post)
    {
        var copy = post[..32].ToArray();
        BinaryPrimitives.WriteInt32BigEndian(copy, 0x00030000);
        return copy;
    }

    private static IEnumerable<byte> Words(params int[] values) => values.SelectMany(value => new[] { (byte)(value >> 8), (byte)value });

    private static IEnumerable<byte> Long(int value) => Words(value >> 16, value);
}
