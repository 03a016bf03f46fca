using System.Buffers.Binary;

namespace Creative.Server.Labeling.Items;

/// <summary>The size that a PNG file says it has, so that a small file with a huge picture is refused before it is decoded.</summary>
internal static class PngHeader
{
    private const int Length = 24;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Pixels; null for what is no PNG.</summary>
    public static (long Width, long Height)? Read(ReadOnlySpan<byte> file) =>
        file.Length > Length && file.StartsWith(Signature) && file.Slice(12, 4).SequenceEqual("IHDR"u8)
            ? (BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..]))
            : null;
}
