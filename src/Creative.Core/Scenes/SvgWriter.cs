using System.Globalization;
using System.Text;
using System.Xml;
using Creative.Core.Imaging;

namespace Creative.Core.Scenes;

/// <summary>Writes vector nodes as one SVG document. Text stays text; each run of nodes of one role is a group with the role as its id.</summary>
public sealed class SvgWriter : IDisposable
{
    internal const string Namespace = "http://www.w3.org/2000/svg";

    private readonly StringBuilder _text = new();
    private readonly XmlWriter _xml;
    private readonly SvgPaints _paints;
    private readonly Dictionary<string, int> _roles = new(StringComparer.Ordinal);

    private SvgWriter()
    {
        _xml = XmlWriter.Create(_text, new XmlWriterSettings { OmitXmlDeclaration = true });
        _paints = new SvgPaints(_xml);
    }

    /// <param name="nodes">Back to front; <see cref="PathNode"/>, <see cref="TextNode"/> and <see cref="SvgNode"/> only.</param>
    /// <param name="window">Part of the canvas that the document shows, in canvas pixels.</param>
    /// <param name="size">Width and height of the document in pixels; the window is stretched to it.</param>
    /// <exception cref="ArgumentException">A node is not a vector node, or has text that XML cannot hold.</exception>
    public static string Write(IEnumerable<SceneNode> nodes, Box window, CanvasSize size)
    {
        using var writer = new SvgWriter();
        return writer.Document(nodes, window, size);
    }

    public void Dispose() => _xml.Dispose();

    internal static string Format(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private string Document(IEnumerable<SceneNode> nodes, Box window, CanvasSize size)
    {
        _xml.WriteStartElement("svg", Namespace);
        Number("width", size.Width);
        Number("height", size.Height);
        _xml.WriteAttributeString("viewBox", $"{Format(window.X)} {Format(window.Y)} {Format(window.Width)} {Format(window.Height)}");
        _xml.WriteAttributeString("preserveAspectRatio", "none");
        string? role = null;
        foreach (var node in nodes)
        {
            if (node.Role != role)
            {
                EndGroup(role);
                StartGroup(role = node.Role);
            }

            Node(node);
        }

        EndGroup(role);
        _xml.WriteEndElement();
        _xml.Flush();
        return _text.ToString();
    }

    private void StartGroup(string role)
    {
        var count = _roles[role] = _roles.GetValueOrDefault(role) + 1;
        Start("g");
        _xml.WriteAttributeString("id", count == 1 ? role : $"{role}-{count}");
    }

    private void EndGroup(string? role)
    {
        if (role is not null)
        {
            _xml.WriteEndElement();
        }
    }

    private void Node(SceneNode node)
    {
        switch (node)
        {
            case PathNode path:
                Path(path);
                break;
            case TextNode text:
                Text(text);
                break;
            case SvgNode svg:
                Drawing(svg);
                break;
            default:
                throw new ArgumentException($"A node of type {node.GetType().Name} is not a vector node.", nameof(node));
        }
    }

    private void Path(PathNode path)
    {
        _paints.Define(path.Fill, path.Stroke);
        Start("path");
        _xml.WriteAttributeString("d", path.Data);

        // Without a stroke there is nothing to overlap, and a fill's own opacity needs no off-screen group.
        var alone = path.Stroke is null;
        _paints.Use(path.Fill, path.Stroke, alone ? path.Opacity : 1);
        Opacity(alone ? 1 : path.Opacity);
        _xml.WriteEndElement();
    }

    private void Text(TextNode text)
    {
        Start("g");
        Opacity(text.Opacity);
        foreach (var run in text.Runs)
        {
            _paints.Define(run.Fill, run.Stroke);
            Start("text");
            Number("x", run.X);
            Number("y", run.Baseline);
            _xml.WriteAttributeString("font-family", $"'{run.Face.Family}'");
            Number("font-weight", run.Face.Weight);
            Number("font-size", run.Size);
            if (run.LetterSpacing != 0)
            {
                Number("letter-spacing", run.LetterSpacing);
            }

            _paints.Use(run.Fill, run.Stroke, 1);
            _xml.WriteAttributeString("xml", "space", null, "preserve");
            _xml.WriteString(run.Text);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void Drawing(SvgNode svg)
    {
        Start("g");
        Opacity(svg.Opacity);
        Start("svg");
        Number("x", svg.Destination.X);
        Number("y", svg.Destination.Y);
        Number("width", svg.Destination.Width);
        Number("height", svg.Destination.Height);
        _xml.WriteRaw(svg.Svg.Markup);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Start(string element) => _xml.WriteStartElement(element, Namespace);

    private void Number(string attribute, double value) => _xml.WriteAttributeString(attribute, Format(value));

    private void Opacity(double opacity)
    {
        if (opacity < 1)
        {
            Number("opacity", opacity);
        }
    }
}
