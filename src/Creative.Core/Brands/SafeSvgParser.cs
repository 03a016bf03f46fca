using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;

namespace Creative.Core.Brands;

/// <summary>
/// Checks SVG from outside, such as a logo, against a list of what is harmless, and writes it anew with that alone.
/// Whatever is not on the list is refused, not removed, except what editors leave behind (titles, metadata, comments).
/// </summary>
public static class SafeSvgParser
{
    /// <summary>Largest document, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Most elements, written out.</summary>
    public const int MaxElements = 2_000;

    /// <summary>Most elements within elements.</summary>
    public const int MaxDepth = 40;

    /// <param name="utf8">The document.</param>
    /// <param name="svg">The checked drawing; null when there are problems.</param>
    /// <returns>Every problem found, in plain words; empty when the drawing is harmless.</returns>
    public static IReadOnlyList<string> Parse(ReadOnlySpan<byte> utf8, out SafeSvg? svg)
    {
        svg = null;
        if (utf8.Length > MaxBytes)
        {
            return [$"The drawing has {utf8.Length} bytes; at most {MaxBytes} are allowed."];
        }

        if (Load(utf8.ToArray(), out var document) is { } damage)
        {
            return [damage];
        }

        var root = document!.Root!;
        if (root.Name != SafeSvgRules.Svg + "svg")
        {
            return [$"The outermost element is <{root.Name.LocalName}>, not <svg> of {SafeSvgRules.Svg.NamespaceName}."];
        }

        var problems = new List<string>();
        foreach (var instruction in document.Nodes().OfType<XProcessingInstruction>())
        {
            problems.Add($"The processing instruction <?{instruction.Target}?> is not allowed.");
        }

        var prefix = $"s{Convert.ToHexStringLower(SHA256.HashData(utf8))[..10]}-";
        var clean = new SafeSvgCopy(prefix, problems).Copy(root);
        var box = ViewBox(root, problems);
        SafeSvgReferences.Check(clean, problems);
        if (problems.Count > 0)
        {
            return [.. problems.Distinct(StringComparer.Ordinal)];
        }

        clean.SetAttributeValue("width", null);
        clean.SetAttributeValue("height", null);
        clean.SetAttributeValue("viewBox", string.Join(' ', box.Select(number => number.ToString("R", CultureInfo.InvariantCulture))));
        svg = SafeSvg.FromChecked(clean.ToString(SaveOptions.DisableFormatting), box[2], box[3]);
        return [];
    }

    private static string? Load(byte[] utf8, out XDocument? document)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxBytes,
            MaxCharactersFromEntities = 1,
        };
        document = null;
        try
        {
            using var stream = new MemoryStream(utf8, writable: false);
            using var reader = XmlReader.Create(stream, settings);
            document = XDocument.Load(reader, LoadOptions.SetLineInfo);
            return null;
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return $"Line {e.LineNumber}: a document type (<!DOCTYPE>, with its entities) is not allowed.";
        }
        catch (XmlException e)
        {
            return $"The drawing is not well-formed XML: {e.Message}";
        }
    }

    /// <summary>Left, top, width and height of what the drawing shows, in its own units.</summary>
    private static double[] ViewBox(XElement root, List<string> problems)
    {
        foreach (var name in (string[])["width", "height"])
        {
            if (Length(root, name) is > SafeSvgRules.MaxSide and var length)
            {
                problems.Add(TooLarge(name, length));
            }
        }

        if (root.Attribute("viewBox")?.Value is { } text)
        {
            var numbers = text.Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(SafeSvgRules.Number).ToArray();
            if (numbers.Length == 4 && numbers.All(number => number is not null) && IsSide(numbers[2]) && IsSide(numbers[3]))
            {
                problems.AddRange(numbers[2..].Where(side => side > SafeSvgRules.MaxSide).Select(side => TooLarge("viewBox", side!.Value)));
                return [.. numbers.Select(number => number!.Value)];
            }

            problems.Add($"The viewBox '{text}' is not four numbers with a width and a height between 0.001 and {SafeSvgRules.MaxCoordinate}.");
            return [];
        }

        var (width, height) = (Length(root, "width"), Length(root, "height"));
        if (IsSide(width) && IsSide(height))
        {
            return [0, 0, width!.Value, height!.Value];
        }

        problems.Add("The drawing needs a viewBox, or a width and a height in pixels.");
        return [];
    }

    private static string TooLarge(string where, double side) =>
        string.Create(CultureInfo.InvariantCulture, $"The drawing's {where} says {side} px; at most {SafeSvgRules.MaxSide} on a side are allowed: scale the drawing down.");

    private static bool IsSide(double? side) => side is >= 0.001 and <= SafeSvgRules.MaxCoordinate;

    private static double? Length(XElement root, string name) =>
        root.Attribute(name)?.Value is { } text ? SafeSvgRules.Number(text.EndsWith("px", StringComparison.Ordinal) ? text[..^2] : text) : null;
}
