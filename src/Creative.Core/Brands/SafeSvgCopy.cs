using System.Xml;
using System.Xml.Linq;

namespace Creative.Core.Brands;

/// <summary>Copies the harmless parts of a drawing and notes everything else. Ids get a prefix, so that two drawings fit into one document.</summary>
internal sealed class SafeSvgCopy(string prefix, List<string> problems)
{
    private int _elements;

    internal XElement Copy(XElement root) => Copy(root, depth: 1);

    private XElement Copy(XElement element, int depth)
    {
        var copy = new XElement(element.Name);
        if (++_elements > SafeSvgParser.MaxElements || depth > SafeSvgParser.MaxDepth)
        {
            problems.Add(depth > SafeSvgParser.MaxDepth
                ? $"Elements lie more than {SafeSvgParser.MaxDepth} deep within each other."
                : $"There are more than {SafeSvgParser.MaxElements} elements.");
            return copy;
        }

        foreach (var attribute in element.Attributes().Where(attribute => !SafeSvgRules.IsIgnored(attribute)))
        {
            Copy(attribute, copy);
        }

        foreach (var child in element.Elements().Where(child => !SafeSvgRules.IsSilent(child.Name)))
        {
            if (SafeSvgRules.IsElement(child.Name) && child.Name.LocalName != "svg")
            {
                copy.Add(Copy(child, depth + 1));
            }
            else
            {
                Refuse(child, $"<{child.Name.LocalName}> is not allowed{Advice(child.Name.LocalName)}");
            }
        }

        foreach (var instruction in element.Nodes().OfType<XProcessingInstruction>())
        {
            Refuse(instruction, $"the processing instruction <?{instruction.Target}?> is not allowed");
        }

        return copy;
    }

    private void Copy(XAttribute attribute, XElement copy)
    {
        var name = attribute.Name.LocalName;
        if (attribute.Name == "style")
        {
            Style(attribute, copy);
        }
        else if (SafeSvgRules.IsReference(attribute.Name))
        {
            Reference(attribute, copy);
        }
        else if (attribute.Name.Namespace == XNamespace.None && SafeSvgRules.IsAttribute(name))
        {
            Set(copy, name, attribute.Value, attribute);
        }
        else
        {
            Refuse(attribute, $"the attribute {name} is not allowed");
        }
    }

    private void Style(XAttribute attribute, XElement copy)
    {
        foreach (var declaration in attribute.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = declaration.Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && SafeSvgRules.IsProperty(parts[0]))
            {
                Set(copy, parts[0], parts[1], attribute);
            }
            else if (!SafeSvgRules.IsIgnoredProperty(parts[0]))
            {
                Refuse(attribute, $"the style '{SafeSvgRules.Shortened(declaration)}' is not allowed");
            }
        }
    }

    private void Reference(XAttribute attribute, XElement copy)
    {
        if (copy.Name.LocalName is "use" or "linearGradient" or "radialGradient"
            && attribute.Value.TrimStart().StartsWith('#')
            && SafeSvgRules.Target(attribute.Value) is { } id)
        {
            copy.SetAttributeValue("href", $"#{prefix}{id}");
        }
        else
        {
            Refuse(attribute, $"the reference '{SafeSvgRules.Shortened(attribute.Value)}' is not allowed; only #id of this drawing is");
        }
    }

    private void Set(XElement copy, string name, string value, IXmlLineInfo where)
    {
        if (SafeSvgRules.Objection(name, value) is { } objection)
        {
            Refuse(where, $"{name}: {objection}");
            return;
        }

        copy.SetAttributeValue(name, name switch
        {
            "id" => prefix + value,
            _ when SafeSvgRules.IsUrl(value) && SafeSvgRules.Target(value) is { } id => $"url(#{prefix}{id})",
            _ => value,
        });
    }

    private void Refuse(IXmlLineInfo where, string what) => problems.Add($"Line {where.LineNumber}: {what}.");

    private static string Advice(string element) => element switch
    {
        "text" or "tspan" or "textPath" => ": turn text into outlines",
        "style" => ": put styles into attributes",
        "image" => ": only vector shapes are",
        "filter" => ": filters are not drawn",
        _ => "",
    };
}
