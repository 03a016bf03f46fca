using Creative.Core.Imaging;

namespace Creative.Core.Scenes;

/// <summary>Turns scenes into pixels and pixels into files. Safe to call from several threads.</summary>
public interface IRasterizer
{
    /// <summary>Draws nodes over <paramref name="backdrop"/> (left as it is), or over black when it is null.</summary>
    /// <param name="size">Canvas in pixels.</param>
    /// <param name="nodes">Back to front.</param>
    /// <param name="backdrop">RGB of the same size, or null.</param>
    /// <param name="cancellation">Looked at between nodes.</param>
    /// <returns>RGB pixels; the caller disposes them.</returns>
    PixelImage Draw(CanvasSize size, IReadOnlyList<SceneNode> nodes, PixelImage? backdrop, CancellationToken cancellation);

    /// <summary>Encodes RGB or RGBA pixels.</summary>
    /// <param name="image">Pixels.</param>
    /// <param name="format">File format.</param>
    /// <param name="quality">1 to 100; ignored for PNG.</param>
    /// <param name="xmp">XMP packet to embed, or null. Only AVIF needs it here; in other formats XMP is inserted into the finished file.</param>
    /// <returns>The file, without any other metadata.</returns>
    byte[] Encode(PixelImage image, ImageFormat format, int quality, string? xmp = null);

    /// <summary>A smaller copy with the longest side at most <paramref name="longestSide"/> pixels.</summary>
    PixelImage Thumbnail(PixelImage image, int longestSide);

    /// <summary>Reads a PNG, JPEG, WebP or AVIF file that this service wrote.</summary>
    /// <exception cref="InvalidDataException">It is damaged or not one of those.</exception>
    PixelImage Decode(ReadOnlySpan<byte> file);
}
