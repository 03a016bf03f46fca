using System.Globalization;
using System.Text;
using System.Xml;
using Creative.Core.Imaging.Metadata;

namespace Creative.Core.Scenes;

/// <summary>
/// A whole scene as one SVG document to go on working with: a layer for each role, text as text, images embedded. It opens
/// in browsers and design tools, and draws the same picture. The same scene gives the same bytes.
/// </summary>
public static class LayeredSvg
{
    /// <summary>Raised when the same scene comes out as other bytes.</summary>
    public const int Version = 3;

    private const string Inkscape = "http://www.inkscape.org/namespaces/inkscape";

    /// <param name="scene">Its images are only read.</param>
    /// <param name="title">Of the document, for people.</param>
    /// <param name="label">That the picture is AI-made, for machines: goes into the document's metadata.</param>
    /// <param name="files">Makes what is embedded.</param>
    /// <returns>UTF-8, without a byte order mark.</returns>
    /// <exception cref="ArgumentException">A text has characters that XML cannot hold.</exception>
    public static byte[] Write(Scene scene, string title, AigcLabel label, EmbeddedFiles files)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(files);
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            Document(xml, scene, title, label, files);
        }

        return stream.ToArray();
    }

    private static void Document(XmlWriter xml, Scene scene, string title, AigcLabel label, EmbeddedFiles files)
    {
        using var soft = new SoftImages(files.Draw);
        var nodes = scene.Nodes.Where(node => node.Opacity > 0).Select(soft.Sharpen).ToList();
        var texts = nodes.OfType<TextNode>().ToList();
        var (shapes, effects, images, fonts) = (new SvgShapes(xml, new SvgPaints(xml)), new SvgEffects(xml), new SvgImages(xml, files.Png), new SvgFonts(xml));
        xml.WriteStartElement("svg", SvgWriter.Namespace);
        xml.WriteAttributeString("xmlns", "xlink", null, "http://www.w3.org/1999/xlink");
        xml.WriteAttributeString("xmlns", "inkscape", null, Inkscape);
        xml.WriteNumber("width", scene.Size.Width);
        xml.WriteNumber("height", scene.Size.Height);
        xml.WriteAttributeString("viewBox", $"0 0 {scene.Size.Width} {scene.Size.Height}");
        xml.WriteElementString("title", SvgWriter.Namespace, title);
        fonts.Name(texts);
        xml.WriteStartElement("metadata", SvgWriter.Namespace);
        new XmpPacket(label.ToJson(), XmpPacket.CompositeWithTrainedAlgorithmicMedia).ToElement().WriteTo(xml);
        xml.WriteEndElement();

        // All up front: a tool that drops or moves a layer takes no other layer's colours with it.
        xml.WriteStartElement("defs", SvgWriter.Namespace);
        fonts.Embed(texts, files.Font);
        images.Define(nodes.OfType<ImageNode>());
        foreach (var node in nodes)
        {
            shapes.Define(node);
            effects.Define(node);
        }

        xml.WriteEndElement();
        var groups = new SvgGroups(xml, (role, count) => Layer(xml, role, count));
        foreach (var node in nodes)
        {
            // A line for each node: indenting would put spaces into the texts.
            xml.WriteWhitespace("\n");
            groups.Enter(node.Role);
            Node(node, xml, shapes, effects, images);
        }

        groups.Leave();
        xml.WriteEndElement();
    }

    private static void Layer(XmlWriter xml, string role, int count)
    {
        var words = role.Replace('_', ' ').Replace('-', ' ');
        var name = words.StartsWith("ai ", StringComparison.Ordinal) ? $"AI{words[2..]}" : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
        xml.WriteAttributeString("inkscape", "groupmode", Inkscape, "layer");
        xml.WriteAttributeString("inkscape", "label", Inkscape, count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {count}"));
        xml.WriteAttributeString("aria-label", words);
    }

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

        xml.WriteStartElement("g", SvgWriter.Namespace);
        effects.Use(node);
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
