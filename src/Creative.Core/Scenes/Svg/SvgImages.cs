using System.Globalization;
using System.Xml;
using Creative.Core.Imaging;

namespace Creative.Core.Scenes;

/// <summary>
/// Images of one SVG document, embedded as PNG: where they are drawn, so that people can swap them, or once up front when
/// they are drawn several times.
/// </summary>
/// <param name="png">Encodes RGB or premultiplied RGBA pixels.</param>
internal sealed class SvgImages(XmlWriter xml, Func<PixelImage, byte[]> png)
{
    private const string XLink = "http://www.w3.org/1999/xlink";

    private readonly Dictionary<(PixelImage Image, Colour? Silhouette), string> _ids = [];

    /// <summary>Embeds the images that several of the nodes draw.</summary>
    internal void Define(IEnumerable<ImageNode> nodes)
    {
        foreach (var uses in nodes.GroupBy(KeyOf).Where(uses => uses.Count() > 1))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"image-{_ids.Count + 1}");
            _ids[uses.Key] = id;
            xml.WriteStartElement("image", SvgWriter.Namespace);
            xml.WriteAttributeString("id", id);
            Embed(uses.First());
            xml.WriteEndElement();
        }
    }

    /// <summary>Draws the image of a node: scaled into its box, mirrored where wanted, then turned around the box's centre.</summary>
    internal void Use(ImageNode node)
    {
        var (box, size) = (node.Destination, node.Image.Size);
        var (x, y) = (box.Width / size.Width * (node.Mirrored ? -1 : 1), box.Height / size.Height);
        var turn = node.Rotation == 0 ? "" : $" rotate({SvgWriter.Format(node.Rotation)})";
        var known = _ids.GetValueOrDefault(KeyOf(node));
        xml.WriteStartElement(known is null ? "image" : "use", SvgWriter.Namespace);
        xml.WriteAttributeString("transform", string.Create(
            CultureInfo.InvariantCulture,
            $"translate({box.CenterX:0.####} {box.CenterY:0.####}){turn} scale({x:0.######} {y:0.######}) translate({-size.Width / 2d} {-size.Height / 2d})"));
        if (known is null)
        {
            Embed(node);
        }
        else
        {
            xml.WriteAttributeString("href", XLink, $"#{known}");
        }

        xml.WriteEndElement();
    }

    private static (PixelImage Image, Colour? Silhouette) KeyOf(ImageNode node) => (node.Image, node.Silhouette);

    private void Embed(ImageNode node)
    {
        using var flat = node.Silhouette is { } colour ? Flat(node.Image, colour) : null;
        var file = png(flat ?? node.Image);
        xml.WriteNumber("width", node.Image.Size.Width);
        xml.WriteNumber("height", node.Image.Size.Height);
        xml.WriteAttributeString("preserveAspectRatio", "none");
        xml.WriteStartAttribute("href", XLink);
        xml.WriteString("data:image/png;base64,");
        xml.WriteBase64(file, 0, file.Length);
        xml.WriteEndAttribute();
    }

    /// <summary>The shape of an image in one colour, premultiplied.</summary>
    private static PixelImage Flat(PixelImage image, Colour colour)
    {
        var flat = PixelImage.Create(image.Size, 4);
        for (var (from, to) = (0, 0); to < flat.ByteLength; from += image.Channels, to += 4)
        {
            var alpha = colour.Alpha * (image.Channels == 4 ? image.Pixels[from + 3] : 255);
            flat.Pixels[to] = (byte)Math.Round(colour.R * alpha / 255);
            flat.Pixels[to + 1] = (byte)Math.Round(colour.G * alpha / 255);
            flat.Pixels[to + 2] = (byte)Math.Round(colour.B * alpha / 255);
            flat.Pixels[to + 3] = (byte)Math.Round(alpha);
        }

        return flat;
    }
}
