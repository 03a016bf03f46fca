using System.Globalization;
using System.Xml;
using Creative.Core.Imaging;

namespace Creative.Core.Scenes;

/// <summary>Images of one SVG document: each is embedded once as PNG and drawn wherever it is used.</summary>
/// <param name="png">Encodes RGB or premultiplied RGBA pixels.</param>
internal sealed class SvgImages(XmlWriter xml, Func<PixelImage, byte[]> png)
{
    private const string XLink = "http://www.w3.org/1999/xlink";

    private readonly Dictionary<(PixelImage Image, Colour? Silhouette), string> _ids = [];

    /// <summary>Embeds the images that are not in the document yet.</summary>
    internal void Define(IEnumerable<ImageNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (_ids.ContainsKey(KeyOf(node)))
            {
                continue;
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"image-{_ids.Count + 1}");
            _ids[KeyOf(node)] = id;
            using var flat = node.Silhouette is { } colour ? Flat(node.Image, colour) : null;
            xml.WriteStartElement("image", SvgWriter.Namespace);
            xml.WriteAttributeString("id", id);
            xml.WriteNumber("width", node.Image.Size.Width);
            xml.WriteNumber("height", node.Image.Size.Height);
            xml.WriteAttributeString("preserveAspectRatio", "none");
            xml.WriteStartAttribute("href", XLink);
            xml.WriteString("data:image/png;base64,");
            var file = png(flat ?? node.Image);
            xml.WriteBase64(file, 0, file.Length);
            xml.WriteEndAttribute();
            xml.WriteEndElement();
        }
    }

    /// <summary>Draws the image of a node: scaled into its box, mirrored where wanted, then turned around the box's centre.</summary>
    internal void Use(ImageNode node)
    {
        var (box, size) = (node.Destination, node.Image.Size);
        var (x, y) = (box.Width / size.Width * (node.Mirrored ? -1 : 1), box.Height / size.Height);
        var turn = node.Rotation == 0 ? "" : $" rotate({SvgWriter.Format(node.Rotation)})";
        xml.WriteStartElement("use", SvgWriter.Namespace);
        xml.WriteAttributeString("href", XLink, $"#{_ids[KeyOf(node)]}");
        xml.WriteAttributeString("transform", string.Create(
            CultureInfo.InvariantCulture,
            $"translate({box.CenterX:0.####} {box.CenterY:0.####}){turn} scale({x:0.######} {y:0.######}) translate({-size.Width / 2d} {-size.Height / 2d})"));
        xml.WriteEndElement();
    }

    private static (PixelImage Image, Colour? Silhouette) KeyOf(ImageNode node) => (node.Image, node.Silhouette);

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
