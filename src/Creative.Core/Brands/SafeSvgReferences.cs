using System.Xml.Linq;

namespace Creative.Core.Brands;

/// <summary>
/// Follows references inside a drawing. Each element must name one that exists, none may lead back to itself, and
/// everything written out in full stays bounded: ten levels of ten copies each are ten thousand million shapes.
/// </summary>
internal sealed class SafeSvgReferences
{
    /// <summary>Most elements when every reference is replaced by what it names.</summary>
    private const long MaxExpanded = 10_000;

    private readonly Dictionary<string, XElement> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<XElement, long> _sizes = [];
    private readonly HashSet<XElement> _open = [];
    private readonly List<string> _problems;

    private SafeSvgReferences(List<string> problems) => _problems = problems;

    internal static void Check(XElement root, List<string> problems)
    {
        var references = new SafeSvgReferences(problems);
        foreach (var element in root.DescendantsAndSelf())
        {
            if (element.Attribute("id")?.Value is { } id && !references._byId.TryAdd(id, element))
            {
                problems.Add($"The id '{Plain(id)}' is used twice.");
            }
        }

        if (references.Size(root) > MaxExpanded)
        {
            problems.Add($"With every reference written out, the drawing has more than {MaxExpanded} elements.");
        }
    }

    /// <summary>Elements in an element and in all it refers to; no more than one above the limit.</summary>
    private long Size(XElement element)
    {
        if (_sizes.TryGetValue(element, out var known))
        {
            return known;
        }

        if (!_open.Add(element))
        {
            _problems.Add($"<{element.Name.LocalName}> refers back to itself.");
            return 1;
        }

        var size = 1L;
        foreach (var child in element.Elements())
        {
            size = Math.Min(MaxExpanded + 1, size + Size(child));
        }

        foreach (var target in element.Attributes().Select(Target).OfType<XElement>())
        {
            size = Math.Min(MaxExpanded + 1, size + Size(target));
        }

        _open.Remove(element);
        return _sizes[element] = size;
    }

    private XElement? Target(XAttribute attribute)
    {
        if (attribute.Name != "href" && !attribute.Value.StartsWith("url(", StringComparison.Ordinal))
        {
            return null;
        }

        var id = SafeSvgRules.Target(attribute.Value)!;
        if (_byId.TryGetValue(id, out var target))
        {
            return target;
        }

        _problems.Add($"There is no element with the id '{Plain(id)}', which {attribute.Name} names.");
        return null;
    }

    /// <summary>Without the prefix, as the author wrote it.</summary>
    private static string Plain(string id) => id[(id.IndexOf('-', StringComparison.Ordinal) + 1)..];
}
