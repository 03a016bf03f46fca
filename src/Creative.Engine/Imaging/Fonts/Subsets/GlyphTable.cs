using System.Buffers.Binary;

namespace Creative.Engine.Imaging.Fonts.Subsets;

/// <summary>Outlines by glyph: the glyf and loca tables (OpenType 1.9).</summary>
internal readonly ref struct GlyphTable(SfntTables tables)
{
    private const int MoreComponents = 0x20;

    private readonly ReadOnlySpan<byte> _outlines = tables["glyf"];
    private readonly ReadOnlySpan<byte> _places = tables["loca"];
    private readonly bool _long = BinaryPrimitives.ReadInt16BigEndian(tables["head"][50..]) != 0;

    internal int Count => (_places.Length / (_long ? 4 : 2)) - 1;

    internal ReadOnlySpan<byte> Outline(int glyph) => _outlines[Place(glyph)..Place(glyph + 1)];

    /// <summary>Adds the glyphs that others are put together from.</summary>
    internal void AddComponents(HashSet<int> glyphs)
    {
        var open = new Stack<int>(glyphs);
        while (open.TryPop(out var glyph))
        {
            var outline = Outline(glyph);
            if (outline.IsEmpty || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            {
                continue;
            }

            for (var (at, flags) = (10, MoreComponents); (flags & MoreComponents) != 0; at += ComponentLength(flags))
            {
                flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
                var component = BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]);
                if (glyphs.Add(component))
                {
                    open.Push(component);
                }
            }
        }
    }

    // Flags and glyph, then offsets as words or bytes, then a scale, two, or a matrix.
    private static int ComponentLength(int flags) => 4
        + ((flags & 0x1) != 0 ? 4 : 2)
        + ((flags & 0x8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);

    private int Place(int glyph) => _long
        ? (int)BinaryPrimitives.ReadUInt32BigEndian(_places[(4 * glyph)..])
        : 2 * BinaryPrimitives.ReadUInt16BigEndian(_places[(2 * glyph)..]);
}
