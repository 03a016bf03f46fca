using System.Collections.Concurrent;
using System.Text;
using System.Xml.Linq;
using Creative.Core.Imaging;
using Creative.Engine.Imaging.Native;

namespace Creative.Engine.Imaging.Fonts;

/// <summary>
/// Measures text with the code that draws it. librsvg tells the size of a document without a view box from what is
/// in it, so the text is set next to a far-away mark, and the distance read off; no pixel is drawn.
/// </summary>
internal sealed class TextMeter
{
    /// <summary>Pixels of an em while measuring, so steps of 0.0005 em.</summary>
    private const int Em = 2000;

    /// <summary>Pixels from the pen to the mark: more than any line is wide.</summary>
    private const int Far = 4_000_000;

    private const int Remembered = 20_000;

    /// <summary>One for the process: what the catalogue has measured, drawing need not measure again.</summary>
    internal static readonly TextMeter Shared = new();

    private readonly ConcurrentDictionary<(string Text, FontFace Face), TextExtent> _known = new();

    internal TextExtent Measure(string text, FontFace face)
    {
        if (text.Length == 0)
        {
            return default;
        }

        if (_known.TryGetValue((text, face), out var known))
        {
            return known;
        }

        var extent = string.IsNullOrWhiteSpace(text) ? Blank(text, face) : Ask(text, face);
        if (_known.Count >= Remembered)
        {
            _known.Clear();
        }

        _known.TryAdd((text, face), extent);
        return extent;
    }

    private static TextExtent Ask(string text, FontFace face)
    {
        var before = Extent($"M-{Far} -{Far}h1v1h-1z", "start", text, face);
        var after = Extent($"M{Far} {Far}h-1v-1h1z", "start", text, face);
        var ended = Extent($"M{Far} {Far}h-1v-1h1z", "end", text, face);
        return new TextExtent(
            (double)(ended.Width - after.Width) / Em,
            (double)(Far - after.Width) / Em,
            (double)(Far - after.Height) / Em,
            (double)(before.Width - Far) / Em,
            (double)(before.Height - Far) / Em);
    }

    /// <summary>Space leaves no ink to measure; between two letters it does.</summary>
    private TextExtent Blank(string text, FontFace face) =>
        new(Measure($"n{text}n", face).Advance - Measure("nn", face).Advance, 0, 0, 0, 0);

    private static unsafe CanvasSize Extent(string mark, string anchor, string text, FontFace face)
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        var document = new XElement(
            svg + "svg",
            new XElement(svg + "path", new XAttribute("d", mark)),
            new XElement(
                svg + "text",
                new XAttribute("x", 0),
                new XAttribute("y", 0),
                new XAttribute("text-anchor", anchor),
                new XAttribute("font-family", $"'{face.Family}'"),
                new XAttribute("font-weight", face.Weight),
                new XAttribute("font-size", Em),
                new XAttribute(XNamespace.Xml + "space", "preserve"),
                text));
        var bytes = Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting));
        fixed (byte* start = bytes)
        {
            using var load = new VipsOperation("svgload_buffer").Set("buffer", start, bytes.Length);
            using var image = load.Image();
            return image.Size;
        }
    }
}
