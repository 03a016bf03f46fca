using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Engine.Imaging.Fonts;

/// <summary>A glyph in em, y downwards from the baseline.</summary>
/// <param name="Advance">How far the pen moves.</param>
/// <param name="Outline">Closed, cubic.</param>
internal sealed record Glyph(double Advance, ImmutableArray<Subpath> Outline);

/// <summary>
/// The outlines of one TrueType face (OpenType 1.9: cmap, loca, glyf, hmtx), read glyph by glyph when they are first
/// drawn. Composite glyphs are left to librsvg.
/// </summary>
internal sealed class GlyphFont
{
    private static readonly Lazy<FrozenDictionary<FontFace, Lazy<GlyphFont>>> Faces = new(() =>
        FontFolder.Faces.ToFrozenDictionary(face => face.Key, face => new Lazy<GlyphFont>(() => new GlyphFont(face.Value))));

    private readonly ConcurrentDictionary<int, Glyph?> _glyphs = new();
    private readonly byte[] _metrics;
    private readonly byte[] _places;
    private readonly byte[] _outlines;
    private readonly CharacterMap _characters;
    private readonly double _unitsPerEm;
    private readonly bool _longPlaces;
    private readonly int _metricCount;

    private GlyphFont(string file)
    {
        var head = FontFile.ReadTable(file, "head").AsSpan();
        _unitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(head[18..]);
        _longPlaces = BinaryPrimitives.ReadInt16BigEndian(head[50..]) != 0;
        _metricCount = BinaryPrimitives.ReadUInt16BigEndian(FontFile.ReadTable(file, "hhea").AsSpan(34));
        _metrics = FontFile.ReadTable(file, "hmtx");
        _places = FontFile.ReadTable(file, "loca");
        _outlines = FontFile.ReadTable(file, "glyf");
        _characters = new CharacterMap(FontFile.ReadTable(file, "cmap"));
    }

    /// <summary>Null when no file has exactly that family and weight: fontconfig then picks another.</summary>
    internal static GlyphFont? Find(FontFace face) => Faces.Value.TryGetValue(face, out var font) ? font.Value : null;

    /// <summary>Null when the character is not in the font, or is put together from other glyphs.</summary>
    internal Glyph? Find(int codePoint) => _glyphs.GetOrAdd(codePoint, Read);

    private Glyph? Read(int codePoint)
    {
        var id = _characters.GlyphOf(codePoint);
        if (id == 0)
        {
            return null;
        }

        var advance = BinaryPrimitives.ReadUInt16BigEndian(_metrics.AsSpan(4 * Math.Min(id, _metricCount - 1))) / _unitsPerEm;
        var (start, end) = (Place(id), Place(id + 1));
        if (start == end)
        {
            return new Glyph(advance, []);
        }

        return GlyphOutline.Read(_outlines.AsSpan(start, end - start), 1 / _unitsPerEm) is { } outline ? new Glyph(advance, outline) : null;
    }

    private int Place(int id) => _longPlaces
        ? (int)BinaryPrimitives.ReadUInt32BigEndian(_places.AsSpan(4 * id))
        : 2 * BinaryPrimitives.ReadUInt16BigEndian(_places.AsSpan(2 * id));
}
