using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Creative.Core.Scenes;

namespace Creative.Core.Brands;

/// <summary>What a harmless drawing may consist of.</summary>
internal static partial class SafeSvgRules
{
    internal const double MaxCoordinate = 100_000;

    /// <summary>Longest side of a whole drawing, in pixels: far more than any canvas.</summary>
    internal const double MaxSide = 8_192;

    internal static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";

    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        StringComparer.Ordinal,
        "svg", "g", "defs", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
        "linearGradient", "radialGradient", "stop", "clipPath", "mask");

    private static readonly FrozenSet<string> Silent = FrozenSet.Create(StringComparer.Ordinal, "title", "desc", "metadata");

    private static readonly FrozenSet<string> Attributes = FrozenSet.Create(
        StringComparer.Ordinal,
        "id", "viewBox", "preserveAspectRatio", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry",
        "fx", "fy", "fr", "d", "points", "transform", "gradientTransform", "gradientUnits", "spreadMethod", "offset",
        "clipPathUnits", "maskUnits", "maskContentUnits");

    private static readonly FrozenSet<string> Properties = FrozenSet.Create(
        StringComparer.Ordinal,
        "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "opacity", "color", "stop-color", "stop-opacity", "clip-path", "clip-rule", "mask", "mask-type",
        "display", "visibility", "paint-order");

    private static readonly FrozenSet<string> Ignored = FrozenSet.Create(
        StringComparer.Ordinal,
        "class", "version", "baseProfile", "role", "focusable", "enable-background", "overflow", "isolation", "vector-effect",
        "font-family", "font-size", "font-weight", "font-style", "text-anchor", "shape-rendering", "color-interpolation");

    private static readonly string[] EditorNamespaces =
        ["http://www.inkscape.org/namespaces/inkscape", "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd", "http://www.bohemiancoding.com/sketch/ns"];

    internal static bool IsElement(XName name) => name.Namespace == Svg && Elements.Contains(name.LocalName);

    /// <summary>Left behind by editors, without effect: left out of the copy.</summary>
    internal static bool IsSilent(XName name) =>
        EditorNamespaces.Contains(name.NamespaceName) || (name.Namespace == Svg && Silent.Contains(name.LocalName));

    /// <summary>Attributes without effect on what is drawn.</summary>
    internal static bool IsIgnored(XAttribute attribute) =>
        attribute.IsNamespaceDeclaration
        || EditorNamespaces.Contains(attribute.Name.NamespaceName)
        || attribute.Name.Namespace == XNamespace.Xml
        || (attribute.Name.Namespace == XNamespace.None && (Ignored.Contains(attribute.Name.LocalName)
            || attribute.Name.LocalName.StartsWith("data-", StringComparison.Ordinal)
            || attribute.Name.LocalName.StartsWith("aria-", StringComparison.Ordinal)));

    internal static bool IsAttribute(string name) => Attributes.Contains(name) || Properties.Contains(name);

    internal static bool IsProperty(string name) => Properties.Contains(name);

    internal static bool IsIgnoredProperty(string name) => Ignored.Contains(name) || name.StartsWith('-');

    internal static bool IsReference(XName name) => name == XLink + "href" || name == "href";

    /// <summary>The id that "#id" or "url(#id)" names (with or without quotes, and a fallback colour); null when the value is something else.</summary>
    internal static string? Target(string value)
    {
        var text = value.AsSpan().Trim();
        if (text.StartsWith("url(", StringComparison.Ordinal) && text.IndexOf(')') is var end and > 0)
        {
            text = text[4..end].Trim();
            text = text is ['"', .., '"'] or ['\'', .., '\''] ? text[1..^1] : text;
        }

        return text is ['#', .. var id] && Identifier().IsMatch(id) ? id.ToString() : null;
    }

    /// <summary>True for values that refer to something, here or elsewhere.</summary>
    internal static bool IsUrl(string value) => value.Contains("url(", StringComparison.OrdinalIgnoreCase);

    /// <summary>Why a value is not harmless; null when it is.</summary>
    internal static string? Objection(string name, string value)
    {
        if (IsUrl(value) && Target(value) is null)
        {
            return $"'{Shortened(value)}' refers outside the drawing; only url(#id) is allowed";
        }

        if (value.AsSpan().ContainsAny("\\<>@"))
        {
            return $"'{Shortened(value)}' is not allowed";
        }

        return name switch
        {
            "d" => PathObjection(value),
            "id" => Identifier().IsMatch(value) ? null : $"'{Shortened(value)}' is not an identifier",
            _ when !Numbers().Matches(value).All(match => Math.Abs(Number(match.Value) ?? double.MaxValue) <= MaxCoordinate) =>
                $"a number is larger than {MaxCoordinate}",
            _ => null,
        };
    }

    internal static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    internal static string Shortened(string value) => value.Length <= 60 ? value : $"{value[..57]}…";

    private static string? PathObjection(string data)
    {
        try
        {
            var bounds = PathData.Parse(data).Bounds();
            return bounds.X < -MaxCoordinate || bounds.Y < -MaxCoordinate || bounds.Right > MaxCoordinate || bounds.Bottom > MaxCoordinate
                ? $"a number is larger than {MaxCoordinate}"
                : null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    [GeneratedRegex(@"^[\w.:-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"(?<![#\w])[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
