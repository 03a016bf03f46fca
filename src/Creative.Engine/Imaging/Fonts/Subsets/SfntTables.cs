using System.Buffers.Binary;
using System.Text;

namespace Creative.Engine.Imaging.Fonts.Subsets;

/// <summary>Where the tables of a TrueType file lie (OpenType 1.9, "Organization of an OpenType font").</summary>
internal sealed class SfntTables
{
    private readonly byte[] _file;
    private readonly Dictionary<string, Range> _tables = new(StringComparer.Ordinal);

    internal SfntTables(byte[] file)
    {
        _file = file;
        var count = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4));
        for (var at = 12; at < 12 + (16 * count); at += 16)
        {
            var start = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8));
            _tables[Encoding.ASCII.GetString(file, at, 4)] = start..(start + (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 12)));
        }
    }

    internal bool Has(string tag) => _tables.ContainsKey(tag);

    internal ReadOnlySpan<byte> this[string tag] =>
        _tables.TryGetValue(tag, out var range) ? _file.AsSpan(range) : throw new InvalidDataException($"The font has no table '{tag}'.");
}
