using System.Globalization;
using System.Xml;

namespace Creative.Core.Scenes;

/// <summary>Blurs and blends of one SVG document.</summary>
internal sealed class SvgEffects(XmlWriter xml)
{
    private readonly Dictionary<SceneNode, string> _filters = [];

    /// <summary>Writes the blur of a node that has one. Call it before the group that uses it.</summary>
    internal void Define(SceneNode node)
    {
        var blur = node switch
        {
            ImageNode image => image.Blur,
            SoftNode soft => soft.Blur,
            _ => 0,
        };
        if (blur <= 0 || _filters.ContainsKey(node))
        {
            return;
        }

        var (id, box) = (string.Create(CultureInfo.InvariantCulture, $"blur-{_filters.Count + 1}"), SceneBounds.Of(node));
        _filters.Add(node, id);
        xml.WriteStartElement("filter", SvgWriter.Namespace);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("filterUnits", "userSpaceOnUse");
        xml.WriteNumber("x", box.X);
        xml.WriteNumber("y", box.Y);
        xml.WriteNumber("width", box.Width);
        xml.WriteNumber("height", box.Height);

        // Colours are mixed as they are stored, as everything here is; SVG's own default is linear light.
        xml.WriteAttributeString("color-interpolation-filters", "sRGB");
        xml.WriteStartElement("feGaussianBlur", SvgWriter.Namespace);
        xml.WriteNumber("stdDeviation", blur);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Attributes of the group around a node.</summary>
    internal void Use(SceneNode node)
    {
        xml.WriteOpacity(node.Opacity);
        if (_filters.GetValueOrDefault(node) is { } filter)
        {
            xml.WriteAttributeString("filter", $"url(#{filter})");
        }

        if (StyleOf(node.Blend) is { } style)
        {
            xml.WriteAttributeString("style", style);
        }
    }

    // Adding came to CSS late: what does not know it reads the line before, which is the nearest that it has.
    private static string? StyleOf(Blend blend) => blend switch
    {
        Blend.Over => null,
        Blend.Multiply => "mix-blend-mode:multiply",
        Blend.Screen => "mix-blend-mode:screen",
        Blend.Overlay => "mix-blend-mode:overlay",
        Blend.SoftLight => "mix-blend-mode:soft-light",
        Blend.Add => "mix-blend-mode:screen;mix-blend-mode:plus-lighter",
        _ => throw new ArgumentOutOfRangeException(nameof(blend), blend, "no such blend"),
    };
}
