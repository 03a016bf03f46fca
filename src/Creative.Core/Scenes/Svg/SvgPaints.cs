using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Creative.Core.Scenes;

/// <summary>Paints of one SVG document: writes each gradient once, and the attributes that use it.</summary>
internal sealed class SvgPaints(XmlWriter xml)
{
    private readonly Dictionary<Paint, string> _ids = [];

    /// <summary>Writes the gradients that are not in the document yet. Call it before the element that uses them.</summary>
    internal void Define(Paint? fill, Stroke? stroke)
    {
        Define(fill);
        Define(stroke?.Paint);
    }

    /// <summary>Writes the attributes of an element; the stroke lies under the fill.</summary>
    internal void Use(Paint? fill, Stroke? stroke, double opacity)
    {
        Use("fill", fill, opacity);
        if (stroke is null)
        {
            return;
        }

        Use("stroke", stroke.Paint, opacity);
        xml.WriteNumber("stroke-width", stroke.Width);
        xml.WriteAttributeString("stroke-linejoin", "round");
        if (fill is not null)
        {
            xml.WriteAttributeString("paint-order", "stroke");
        }
    }

    private void Use(string attribute, Paint? paint, double opacity)
    {
        xml.WriteAttributeString(attribute, paint switch
        {
            null => "none",
            SolidPaint solid => solid.Colour.Hex,
            _ => $"url(#{_ids[paint]})",
        });
        var alpha = opacity * (paint is SolidPaint { Colour.Alpha: var own } ? own : 1);
        if (alpha < 1)
        {
            xml.WriteNumber($"{attribute}-opacity", alpha);
        }
    }

    private void Define(Paint? paint)
    {
        if (paint is null or SolidPaint || _ids.ContainsKey(paint))
        {
            return;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"paint-{_ids.Count + 1}");
        _ids.Add(paint, id);
        switch (paint)
        {
            case LinearGradient linear:
                Start("linearGradient", id);
                xml.WriteNumber("x1", linear.X1);
                xml.WriteNumber("y1", linear.Y1);
                xml.WriteNumber("x2", linear.X2);
                xml.WriteNumber("y2", linear.Y2);
                Stops(linear.Stops);
                break;
            case RadialGradient radial:
                Start("radialGradient", id);
                xml.WriteNumber("cx", 0);
                xml.WriteNumber("cy", 0);
                xml.WriteNumber("r", 1);
                xml.WriteAttributeString(
                    "gradientTransform",
                    string.Create(CultureInfo.InvariantCulture, $"translate({radial.CenterX:0.####} {radial.CenterY:0.####}) scale({radial.RadiusX:0.####} {radial.RadiusY:0.####})"));
                Stops(radial.Stops);
                break;
            default:
                throw new ArgumentException($"A paint of type {paint.GetType().Name} cannot be written.", nameof(paint));
        }

        xml.WriteEndElement();
    }

    private void Start(string element, string id)
    {
        xml.WriteStartElement(element, SvgWriter.Namespace);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("gradientUnits", "userSpaceOnUse");
    }

    private void Stops(ImmutableArray<GradientStop> stops)
    {
        foreach (var stop in stops)
        {
            xml.WriteStartElement("stop", SvgWriter.Namespace);
            xml.WriteNumber("offset", stop.Offset);
            xml.WriteAttributeString("stop-color", stop.Colour.Hex);
            if (stop.Colour.Alpha < 1)
            {
                xml.WriteNumber("stop-opacity", stop.Colour.Alpha);
            }

            xml.WriteEndElement();
        }
    }
}
