using Creative.Core.Imaging;

namespace Creative.Core.Scenes;

/// <summary>
/// Slight blurs of images, drawn into the image: browsers and librsvg blur with boxes of whole pixels, which leaves out a
/// standard deviation under one pixel, and many importers leave out all of them.
/// </summary>
/// <param name="draw">See <see cref="EmbeddedFiles.Draw"/>.</param>
internal sealed class SoftImages(Func<CanvasSize, IReadOnlyList<SceneNode>, PixelImage> draw) : IDisposable
{
    /// <summary>Standard deviation in pixels from which boxes come near enough, and the blur stays one that people can change.</summary>
    private const double Filtered = 2;

    /// <summary>Pixels of the new image for each of the canvas, as long as it stays within <see cref="LongestSide"/>.</summary>
    private const double Detail = 2;

    private const double LongestSide = 1024;

    private readonly List<PixelImage> _drawn = [];

    /// <returns>The node itself, or one that looks the same and has no blur.</returns>
    internal SceneNode Sharpen(SceneNode node)
    {
        if (node is not ImageNode { Blur: > 0 and < Filtered } image)
        {
            return node;
        }

        var box = image.Destination.Grow(1 + SceneBounds.Reach(image.Blur));
        var detail = Math.Min(Detail, LongestSide / Math.Max(box.Width, box.Height));
        var size = new CanvasSize((int)Math.Ceiling(box.Width * detail), (int)Math.Ceiling(box.Height * detail));
        var (x, y) = (size.Width / box.Width, size.Height / box.Height);
        var inner = image.Destination;
        var upright = new ImageNode(image.Role, image.Image, new Box((inner.X - box.X) * x, (inner.Y - box.Y) * y, inner.Width * x, inner.Height * y))
        {
            Blur = image.Blur * x,
            Silhouette = image.Silhouette,
        };
        var soft = WithAlpha(size, upright);
        _drawn.Add(soft);
        return image with { Image = soft, Destination = box, Blur = 0, Silhouette = null };
    }

    public void Dispose() => _drawn.ForEach(image => image.Dispose());

    /// <summary>Premultiplied colours are what is seen over black; what white shows through, is missing from the alpha.</summary>
    private PixelImage WithAlpha(CanvasSize size, ImageNode node)
    {
        using var black = draw(size, [node]);
        using var white = draw(size, [new PathNode(node.Role, $"M0 0H{size.Width}V{size.Height}H0Z", Colour.White), node]);
        var image = PixelImage.Create(size, 4);
        for (var (from, to) = (0, 0); to < image.ByteLength; from += 3, to += 4)
        {
            black.Pixels.Slice(from, 3).CopyTo(image.Pixels[to..]);
            var through = white.Pixels[from + 1] - black.Pixels[from + 1];
            image.Pixels[to + 3] = (byte)Math.Clamp(255 - through, Math.Max(black.Pixels[from], Math.Max(black.Pixels[from + 1], black.Pixels[from + 2])), 255);
        }

        return image;
    }
}
