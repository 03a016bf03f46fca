using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Engine.Imaging.Drawing;
using Creative.Engine.Imaging.Files;

namespace Creative.Engine.Imaging;

/// <summary>
/// Draws scenes: vectors and text with librsvg, gradients, images and blends with vectorised code of our own, files
/// with libvips. Holds no state but a cache of the elements' sizes; one instance serves all threads.
/// </summary>
public sealed class Rasterizer : IRasterizer
{
    public PixelImage Draw(CanvasSize size, IReadOnlyList<SceneNode> nodes, PixelImage? backdrop, CancellationToken cancellation)
    {
        if (backdrop is not null && (backdrop.Size != size || backdrop.Channels != 3))
        {
            throw new ArgumentException($"The backdrop is {backdrop.Size} with {backdrop.Channels} channels, not {size} with 3.", nameof(backdrop));
        }

        using var canvas = new Canvas(size, backdrop);
        var vectors = new List<SceneNode>();
        foreach (var node in nodes)
        {
            if (node.Opacity <= 0)
            {
                continue;
            }

            if (node is PathNode or TextNode or SvgNode && !GradientFill.Covers(node, size))
            {
                vectors.Add(node);
                continue;
            }

            Flush(canvas, vectors, cancellation);
            cancellation.ThrowIfCancellationRequested();
            Draw(canvas, node);
        }

        Flush(canvas, vectors, cancellation);
        return canvas.ToRgb();
    }

    public byte[] Encode(PixelImage image, ImageFormat format, int quality, string? xmp = null) =>
        ImageEncoder.Encode(image, format, quality, xmp);

    public PixelImage Thumbnail(PixelImage image, int longestSide) => ImageScaling.Thumbnail(image, longestSide);

    public PixelImage Decode(ReadOnlySpan<byte> file) => ImageDecoder.Decode(file);

    private static void Draw(Canvas canvas, SceneNode node)
    {
        switch (node)
        {
            case PathNode path:
                GradientFill.Draw(canvas, path);
                break;
            case ImageNode image:
                ImageLayer.Draw(canvas, image);
                break;
            case SoftNode soft:
                SoftLayer.Draw(canvas, soft);
                break;
            default:
                throw new ArgumentException($"A node of type {node.GetType().Name} cannot be drawn.", nameof(node));
        }
    }

    private static void Flush(Canvas canvas, List<SceneNode> vectors, CancellationToken cancellation)
    {
        foreach (var batch in VectorPlan.For(vectors, canvas.Size))
        {
            cancellation.ThrowIfCancellationRequested();
            VectorLayer.Draw(canvas, batch.Nodes, batch.Window);
        }

        vectors.Clear();
    }
}
