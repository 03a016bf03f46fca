using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Engine.Imaging.Drawing;
using Creative.Engine.Imaging.Files;

namespace Creative.Engine.Imaging;

/// <summary>
/// Draws scenes: text, strokes and logos with librsvg, fills, images and blends with vectorised code of our own, files
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
        var waiting = new List<SceneNode>();
        foreach (var node in nodes.Where(node => node.Opacity > 0))
        {
            if (IsForLibrsvg(node))
            {
                waiting.Add(node);
                continue;
            }

            // Text that this does not touch may as well be drawn later, together with more text.
            var bounds = SceneBounds.Of(node);
            if (waiting.Exists(other => SceneBounds.Of(other).Overlaps(bounds)))
            {
                Flush(canvas, waiting, cancellation);
            }

            cancellation.ThrowIfCancellationRequested();
            Draw(canvas, node);
        }

        Flush(canvas, waiting, cancellation);
        return canvas.ToRgb();
    }

    public byte[] Encode(PixelImage image, ImageFormat format, int quality, string? xmp = null) =>
        ImageEncoder.Encode(image, format, quality, xmp);

    public PixelImage Thumbnail(PixelImage image, int longestSide) => ImageScaling.Thumbnail(image, longestSide);

    public PixelImage Decode(ReadOnlySpan<byte> file) => ImageDecoder.Decode(file);

    private static bool IsForLibrsvg(SceneNode node) => node switch
    {
        SvgNode svg => !LogoFill.CanDraw(svg),
        TextNode text => !TextFill.CanDraw(text),
        PathNode path => !PathFill.CanDraw(path),
        _ => false,
    };

    private static void Draw(Canvas canvas, SceneNode node)
    {
        switch (node)
        {
            case PathNode path when RectangleFill.CanDraw(path, canvas.Size):
                RectangleFill.Draw(canvas, path);
                break;
            case PathNode path:
                PathFill.Draw(canvas, path);
                break;
            case SvgNode logo:
                LogoFill.Draw(canvas, logo);
                break;
            case TextNode text:
                TextFill.Draw(canvas, text);
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
