using System.Buffers.Binary;
using System.Collections.Frozen;
using Creative.Core.Imaging;
using Creative.Engine.Imaging.Native;

namespace Creative.Engine.Imaging.Fonts;

/// <summary>The files of the installed faces.</summary>
internal static class FontFolder
{
    private static readonly Lazy<FrozenDictionary<FontFace, string>> Known = new(() =>
        Directory.EnumerateFiles(FontConfiguration.Folder, "*.ttf").Order(StringComparer.Ordinal)
            .GroupBy(file => new FontFace(FontFile.Open(file).Family, BinaryPrimitives.ReadUInt16BigEndian(FontFile.ReadTable(file, "OS/2").AsSpan(4))))
            .ToFrozenDictionary(group => group.Key, group => group.First()));

    internal static FrozenDictionary<FontFace, string> Faces => Known.Value;
}
