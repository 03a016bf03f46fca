using System.Xml;

namespace Creative.Core.Scenes;

/// <summary>Writes outlines, text and logos into one SVG document.</summary>
internal sealed class SvgShapes(XmlWriter xml, SvgPaints paints)
{
    internal void Path(PathNode path)
    {
        paints.Define(path.Fill, path.Stroke);
        Start("path");
        xml.WriteAttributeString("d", path.Data);

        // Without a stroke there is nothing to overlap, and a fill's own opacity needs no off-screen group.
        var alone = path.Stroke is null;
        paints.Use(path.Fill, path.Stroke, alone ? path.Opacity : 1);
        xml.WriteOpacity(alone ? 1 : path.Opacity);
        xml.WriteEndElement();
    }

    /// <summary>Each run as a text of its own.</summary>
    internal void Text(TextNode text)
    {
        Start("g");
        xml.WriteOpacity(text.Opacity);
        foreach (var run in text.Runs)
        {
            paints.Define(run.Fill, run.Stroke);
            Start("text");
            Run(run, $"'{run.Face.Family}'");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>One text for all runs, each a span at its place: what a design tool lets people edit as one.</summary>
    internal void EditableText(TextNode text)
    {
        foreach (var run in text.Runs)
        {
            paints.Define(run.Fill, run.Stroke);
        }

        Start("text");
        xml.WriteOpacity(text.Opacity);
        foreach (var run in text.Runs)
        {
            Start("tspan");
            Run(run, FontFallbacks.Of(run.Face.Family));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    internal void Drawing(SvgNode svg)
    {
        Start("g");
        xml.WriteOpacity(svg.Opacity);
        Start("svg");
        xml.WriteNumber("x", svg.Destination.X);
        xml.WriteNumber("y", svg.Destination.Y);
        xml.WriteNumber("width", svg.Destination.Width);
        xml.WriteNumber("height", svg.Destination.Height);
        xml.WriteRaw(svg.Svg.Markup);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Run(TextRun run, string families)
    {
        xml.WriteNumber("x", run.X);
        xml.WriteNumber("y", run.Baseline);
        xml.WriteAttributeString("font-family", families);
        xml.WriteNumber("font-weight", run.Face.Weight);
        xml.WriteNumber("font-size", run.Size);
        if (run.LetterSpacing != 0)
        {
            xml.WriteNumber("letter-spacing", run.LetterSpacing);
        }

        paints.Use(run.Fill, run.Stroke, 1);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(run.Text);
    }

    private void Start(string element) => xml.WriteStartElement(element, SvgWriter.Namespace);
}
