using System.Xml;

namespace Creative.Core.Scenes;

/// <summary>Writes outlines, text and logos into one SVG document.</summary>
internal sealed class SvgShapes(XmlWriter xml, SvgPaints paints)
{
    internal void Path(PathNode path)
    {
        Define(path);
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
            Place(run);
            Look(run, $"'{run.Face.Family}'");
            xml.WriteString(run.Text);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>
    /// One text for all runs, each a span at its place: what a design tool lets people edit as one. The look is the text's
    /// where all runs share it, so that a tool shows one font and one size.
    /// </summary>
    internal void EditableText(TextNode text)
    {
        var alike = text.Runs.Select(run => run with { Text = "", X = 0, Baseline = 0 }).Distinct().Count() == 1;
        Start("text");
        xml.WriteOpacity(text.Opacity);
        if (alike)
        {
            Look(text.Runs[0], FontFallbacks.Of(text.Runs[0].Face.Family));
        }

        foreach (var run in text.Runs)
        {
            Start("tspan");
            Place(run);
            if (!alike)
            {
                Look(run, FontFallbacks.Of(run.Face.Family));
            }

            xml.WriteString(run.Text);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Writes the definitions of a node that will be drawn.</summary>
    internal void Define(SceneNode node)
    {
        switch (node)
        {
            case PathNode path:
                paints.Define(path.Fill, path.Stroke);
                break;
            case TextNode text:
                foreach (var run in text.Runs)
                {
                    paints.Define(run.Fill, run.Stroke);
                }

                break;
            case SoftNode soft:
                foreach (var child in soft.Children)
                {
                    Define(child);
                }

                break;
        }
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

    private void Place(TextRun run)
    {
        xml.WriteNumber("x", run.X);
        xml.WriteNumber("y", run.Baseline);
    }

    private void Look(TextRun run, string families)
    {
        xml.WriteAttributeString("font-family", families);
        xml.WriteNumber("font-weight", run.Face.Weight);
        xml.WriteNumber("font-size", run.Size);
        if (run.LetterSpacing != 0)
        {
            xml.WriteNumber("letter-spacing", run.LetterSpacing);
        }

        paints.Use(run.Fill, run.Stroke, 1);
        xml.WriteAttributeString("xml", "space", null, "preserve");
    }

    private void Start(string element) => xml.WriteStartElement(element, SvgWriter.Namespace);
}
