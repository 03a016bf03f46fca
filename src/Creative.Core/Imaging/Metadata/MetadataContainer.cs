using System.Security.Cryptography;

namespace Creative.Core.Imaging.Metadata;

/// <summary>Where a file format keeps its XMP packet. Nothing is encoded anew: pieces are inserted and found.</summary>
public abstract class MetadataContainer
{
    private static readonly JpegContainer Jpeg = new();
    private static readonly PngContainer Png = new();
    private static readonly WebPContainer WebP = new();
    private static readonly AvifContainer Avif = new();

    public static MetadataContainer Of(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => Jpeg,
        ImageFormat.Png => Png,
        ImageFormat.WebP => WebP,
        ImageFormat.Avif => Avif,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no such format"),
    };

    /// <summary>The file with a packet; one that it had is replaced.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or not of this format.</exception>
    public abstract byte[] WithXmp(ReadOnlySpan<byte> file, ReadOnlySpan<byte> packet);

    /// <summary>The packet; null when there is none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, not of this format, or has more than one packet.</exception>
    public abstract byte[]? ReadXmp(ReadOnlySpan<byte> file);

    /// <summary>Adds all that makes up the picture, and nothing of the packet, to a hash.</summary>
    internal abstract void AppendContent(ReadOnlySpan<byte> file, IncrementalHash hash);

    /// <summary>A label kept outside XMP, which some write: its JSON; null when there is none.</summary>
    internal virtual string? ReadBareLabel(ReadOnlySpan<byte> file) => null;

    private protected static InvalidDataException Damaged(string what) => new($"The file is damaged: {what}.");

    private protected static InvalidDataException Twice() => new("The file has more than one XMP packet.");
}
