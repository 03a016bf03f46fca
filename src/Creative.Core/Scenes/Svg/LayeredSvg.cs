using System.Globalization;
using System.Text;
using System.Xml;
using Creative.Core.Imaging;
using Creative.Core.Imaging.Metadata;

namespace Creative.Core.Scenes;

/// <summary>
/// A whole scene as one SVG document to go on working with: a layer for each role, text as text, images embedded. It opens
/// in browsers and design tools, and draws the same picture. The same scene gives the same bytes.
/// </summary>
public static class LayeredSvg
{
    /// <summary>Raised when the same scene comes out as other bytes.</summary>
    public const int Version = 2;

    private const string Inkscape = "http://www.inkscape.org/namespaces/inkscape";

    /// <param name="scene">Its images are only read.</param>
    /// <param name="title">Of the document, for people.</param>
    /// <param name="label">That the picture is AI-made, for machines: goes into the document's metadata.</param>
    /// <param name="png">Encodes RGB or premultiplied RGBA pixels as PNG.</param>
    /// <returns>UTF-8, without a byte order mark.</returns>
    /// <exception cref="ArgumentException">A text has characters that XML cannot hold.</exception>
    public static byte[] Write(Scene scene, string title, AigcLabel label, Func<PixelImage, byte[]> png)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(label);
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            Document(xml, scene, title, label, png);
        }

        return stream.ToArray();
    }

    private static void Document(XmlWriter xml, Scene scene, string title, AigcLabel label, Func<PixelImage, byte[]> png)
    {
        xml.WriteStartElement("svg", SvgWriter.Namespace);
        xml.WriteAttributeString("xmlns", "xlink", null, "http://www.w3.org/1999/xlink");
        xml.WriteAttributeString("xmlns", "inkscape", null, Inkscape);
        xml.WriteNumber("width", scene.Size.Width);
        xml.WriteNumber("height", scene.Size.Height);
        xml.WriteAttributeString("viewBox", $"0 0 {scene.Size.Width} {scene.Size.Height}");
        xml.WriteElementString("title", SvgWriter.Namespace, title);
        if (string.Join(", ", Fonts(scene)) is { Length: > 0 } fonts)
        {
            xml.WriteElementString("desc", SvgWriter.Namespace, $"Fonts: {fonts}. They are not embedded: where one is not installed, another stands in, and lines may run wider.");
        }

        xml.WriteStartElement("metadata", SvgWriter.Namespace);
        new XmpPacket(label.ToJson(), XmpPacket.CompositeWithTrainedAlgorithmicMedia).ToElement().WriteTo(xml);
        xml.WriteEndElement();

        var (shapes, effects, images) = (new SvgShapes(xml, new SvgPaints(xml)), new SvgEffects(xml), new SvgImages(xml, png));
        xml.WriteStartElement("defs", SvgWriter.Namespace);
        images.Define(scene.Nodes.OfType<ImageNode>());
        xml.WriteEndElement();
        var groups = new SvgGroups(xml, (role, id) =>
        {
            xml.WriteAttributeString("inkscape", "groupmode", Inkscape, "layer");
            xml.WriteAttributeString("inkscape", "label", Inkscape, id);
            xml.WriteAttributeString("aria-label", role.Replace('_', ' ').Replace('-', ' '));
        });
        foreach (var node in scene.Nodes.Where(node => node.Opacity > 0))
        {
            // A line for each node: indenting would put spaces into the texts.
            xml.WriteWhitespace("\n");
            groups.Enter(node.Role);
            Node(node, xml, shapes, effects, images);
        }

        groups.Leave();
        xml.WriteEndElement();
    }

    /// <summary>Families with their weights, such as "Noto Sans SC 400 700", for whoever has to install them.</summary>
    private static IEnumerable<string> Fonts(Scene scene) => scene.Nodes.OfType<TextNode>()
        .SelectMany(text => text.Runs)
        .Select(run => run.Face)
        .GroupBy(face => face.Family)
        .OrderBy(family => family.Key, StringComparer.Ordinal)
        .Select(family => string.Join(' ', family.Select(face => face.Weight).Distinct().Order().Select(weight => weight.ToString(CultureInfo.InvariantCulture)).Prepend(family.Key)));

    private static void Node(SceneNode node, XmlWriter xml, SvgShapes shapes, SvgEffects effects, SvgImages images)
    {
        switch (node)
        {
            case PathNode path:
                shapes.Path(path);
                return;
            case TextNode text:
                shapes.EditableText(text);
                return;
            case SvgNode svg:
                shapes.Drawing(svg);
                return;
        }

        var filter = effects.Define(node);
        xml.WriteStartElement("g", SvgWriter.Namespace);
        effects.Use(node, filter);
        switch (node)
        {
            case ImageNode image:
                images.Use(image);
                break;
            case SoftNode soft:
                foreach (var child in soft.Children)
                {
                    shapes.Path(child);
                }

                break;
            default:
                throw new ArgumentException($"A node of type {node.GetType().Name} cannot be written.", nameof(node));
        }

        xml.WriteEndElement();
    }
}
