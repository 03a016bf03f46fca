using System.Buffers.Binary;
using System.Text;

namespace Creative.Engine.Imaging.Fonts;

/// <summary>What is needed of a TrueType or OpenType file: its family name, and (when asked for) its characters.</summary>
internal sealed class FontFile
{
    private const ushort FamilyName = 1;
    private const ushort TypographicFamilyName = 16;

    private readonly Lazy<CharacterMap> _characters;

    private FontFile(string path, string family)
    {
        Family = family;
        _characters = new(() => new CharacterMap(ReadTable(path, "cmap")));
    }

    internal string Family { get; }

    internal CharacterMap Characters => _characters.Value;

    /// <exception cref="InvalidDataException">It is no font file with a name.</exception>
    internal static FontFile Open(string path) =>
        new(path, ReadFamily(ReadTable(path, "name")) ?? throw new InvalidDataException($"{path} names no font family."));

    /// <summary>The bytes of one table (OpenType 1.9, "Organization of an OpenType font").</summary>
    internal static byte[] ReadTable(string path, string tag)
    {
        using var file = File.OpenRead(path);
        var header = new byte[12];
        file.ReadExactly(header);
        var directory = new byte[16 * BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(4))];
        file.ReadExactly(directory);
        for (var at = 0; at < directory.Length; at += 16)
        {
            var record = directory.AsSpan(at, 16);
            if (Encoding.ASCII.GetString(record[..4]) == tag)
            {
                var table = new byte[BinaryPrimitives.ReadUInt32BigEndian(record[12..])];
                file.Position = BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
                file.ReadExactly(table);
                return table;
            }
        }

        throw new InvalidDataException($"{path} has no table '{tag}'.");
    }

    private static string? ReadFamily(ReadOnlySpan<byte> names)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(names[2..]);
        var strings = names[BinaryPrimitives.ReadUInt16BigEndian(names[4..])..];
        string? family = null;
        for (var i = 0; i < count; i++)
        {
            var record = names.Slice(6 + (12 * i), 12);
            var (platform, language, id) = (Word(record, 0), Word(record, 4), Word(record, 6));

            // Windows, US English: UTF-16. The typographic family is without the weight.
            if (platform == 3 && language == 0x409 && (id == TypographicFamilyName || (id == FamilyName && family is null)))
            {
                family = Encoding.BigEndianUnicode.GetString(strings.Slice(Word(record, 10), Word(record, 8)));
            }
        }

        return family;

        static ushort Word(ReadOnlySpan<byte> record, int at) => BinaryPrimitives.ReadUInt16BigEndian(record[at..]);
    }
}
