using System.Globalization;
using System.Xml.Linq;

namespace Creative.Labeling.Charts;

/// <summary>The few shapes that charts are drawn of. Text is escaped by the XML writer, so a name is never markup.</summary>
internal static class Svg
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    /// <param name="summary">What the chart says, for those who do not see it.</param>
    public static XElement Image(double width, double height, string title, string summary, params IEnumerable<XElement?> shapes) => new(
        Namespace + "svg",
        new XAttribute("class", "chart"),
        new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
        new XAttribute("width", Number(width)),
        new XAttribute("height", Number(height)),
        new XAttribute("role", "img"),
        new XAttribute("aria-label", $"{title}. {summary}"),
        shapes);

    public static XElement Line(string kind, double x1, double y1, double x2, double y2) =>
        Shape("line", kind, ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2));

    public static XElement Box(string kind, double x, double y, double width, double height) =>
        Shape("rect", kind, ("x", x), ("y", y), ("width", Math.Max(0, width)), ("height", Math.Max(0, height)));

    public static XElement Dot(string kind, double x, double y, double radius, string? hint = null)
    {
        var dot = Shape("circle", kind, ("cx", x), ("cy", y), ("r", radius));
        if (hint is not null)
        {
            dot.Add(new XElement(Namespace + "title", hint));
        }

        return dot;
    }

    public static XElement Polyline(string kind, IEnumerable<(double X, double Y)> points) => new(
        Namespace + "polyline",
        new XAttribute("class", kind),
        new XAttribute("points", string.Join(' ', points.Select(point => $"{Number(point.X)},{Number(point.Y)}"))));

    /// <param name="anchor">"start", "middle" or "end".</param>
    public static XElement Text(string kind, double x, double y, string text, string anchor = "start")
    {
        var element = Shape("text", kind, ("x", x), ("y", y));
        element.Add(new XAttribute("text-anchor", anchor), text);
        return element;
    }

    /// <summary>A dot with its interval; an estimate that the data do not define is said in words.</summary>
    /// <param name="scale">Of the horizontal axis.</param>
    public static IEnumerable<XElement> Whisker(LinearScale scale, Interval interval, double y, string kind, string undefined)
    {
        if (interval.Value is not { } value)
        {
            return [Text("undefined", scale.From + 6, y + 4, undefined)];
        }

        var dot = Dot($"dot {kind}", scale.At(value), y, 4.5, interval.ToString());
        return interval is { Low: { } low, High: { } high }
            ? [Line($"whisker {kind}", scale.At(low), y, scale.At(high), y), Line($"whisker {kind}", scale.At(low), y - 4, scale.At(low), y + 4), Line($"whisker {kind}", scale.At(high), y - 4, scale.At(high), y + 4), dot]
            : [dot];
    }

    /// <summary>A chart as a file of its own, with its styles inside and the colours of a white page.</summary>
    /// <param name="styles">The style sheet that the pages use.</param>
    public static XDocument Standalone(XElement image, string styles)
    {
        var copy = new XElement(image);
        copy.AddFirst(
            new XElement(Namespace + "style", "svg{--text:#1b1c1e;--quiet:#5a5c62;--line:#d2d3d6;--edge:#85878d;--accent:#1258c4;--raised:#e9e9eb;--surface:#fff;font:13px Inter,sans-serif}" + styles),
            new XElement(Namespace + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#fff")));
        return new XDocument(copy);
    }

    private static XElement Shape(string name, string kind, params ReadOnlySpan<(string Name, double Value)> numbers)
    {
        var shape = new XElement(Namespace + name, new XAttribute("class", kind));
        foreach (var (attribute, value) in numbers)
        {
            shape.Add(new XAttribute(attribute, Number(value)));
        }

        return shape;
    }

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
