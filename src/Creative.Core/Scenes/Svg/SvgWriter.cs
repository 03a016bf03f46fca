using System.Globalization;
using System.Text;
using System.Xml;
using Creative.Core.Imaging;

namespace Creative.Core.Scenes;

/// <summary>Writes vector nodes as one SVG document. Text stays text; each run of nodes of one role is a group with the role as its id.</summary>
public static class SvgWriter
{
    internal const string Namespace = "http://www.w3.org/2000/svg";

    /// <param name="nodes">Back to front; <see cref="PathNode"/>, <see cref="TextNode"/> and <see cref="SvgNode"/> only.</param>
    /// <param name="window">Part of the canvas that the document shows, in canvas pixels.</param>
    /// <param name="size">Width and height of the document in pixels; the window is stretched to it.</param>
    /// <exception cref="ArgumentException">A node is not a vector node, or has text that XML cannot hold.</exception>
    public static string Write(IEnumerable<SceneNode> nodes, Box window, CanvasSize size)
    {
        var text = new StringBuilder();
        using var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true });
        var shapes = new SvgShapes(xml, new SvgPaints(xml));
        var groups = new SvgGroups(xml);
        xml.WriteStartElement("svg", Namespace);
        xml.WriteNumber("width", size.Width);
        xml.WriteNumber("height", size.Height);
        xml.WriteAttributeString("viewBox", $"{Format(window.X)} {Format(window.Y)} {Format(window.Width)} {Format(window.Height)}");
        xml.WriteAttributeString("preserveAspectRatio", "none");
        foreach (var node in nodes)
        {
            groups.Enter(node.Role);
            Write(node, shapes);
        }

        groups.Leave();
        xml.WriteEndElement();
        xml.Flush();
        return text.ToString();
    }

    internal static string Format(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    internal static void WriteNumber(this XmlWriter xml, string attribute, double value) => xml.WriteAttributeString(attribute, Format(value));

    internal static void WriteOpacity(this XmlWriter xml, double opacity)
    {
        if (opacity < 1)
        {
            xml.WriteNumber("opacity", opacity);
        }
    }

    private static void Write(SceneNode node, SvgShapes shapes)
    {
        switch (node)
        {
            case PathNode path:
                shapes.Path(path);
                break;
            case TextNode text:
                shapes.Text(text);
                break;
            case SvgNode svg:
                shapes.Drawing(svg);
                break;
            default:
                throw new ArgumentException($"A node of type {node.GetType().Name} is not a vector node.", nameof(node));
        }
    }
}
