using System.Globalization;
using System.Xml;
using Creative.Core.Imaging;

namespace Creative.Core.Scenes;

/// <summary>Fonts of one layered document: named for people and design tools, embedded for browsers.</summary>
internal sealed class SvgFonts(XmlWriter xml)
{
    // Letters where we put them: at their own widths, not at whole pixels, and nothing pushed together or apart.
    private const string AsSet = "text{text-rendering:geometricPrecision;text-spacing-trim:space-all;text-autospace:no-autospace}";

    /// <summary>Says which families and weights have to be installed, such as "Noto Sans SC 400 700".</summary>
    internal void Name(IReadOnlyCollection<TextNode> texts)
    {
        var families = Faces(texts)
            .GroupBy(face => face.Key.Family, face => face.Key.Weight.ToString(CultureInfo.InvariantCulture))
            .Select(family => string.Join(' ', family.Prepend(family.Key)));
        if (texts.Count > 0)
        {
            xml.WriteElementString(
                "desc",
                SvgWriter.Namespace,
                $"Fonts: {string.Join(", ", families)}. Browsers take the letters in use from this file. Install the fonts to work on the words in a design tool; without them another font stands in.");
        }
    }

    /// <summary>Embeds the characters in use of each face.</summary>
    /// <param name="font">See <see cref="EmbeddedFiles.Font"/>.</param>
    internal void Embed(IReadOnlyCollection<TextNode> texts, Func<FontFace, string, byte[]> font)
    {
        if (texts.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("style", SvgWriter.Namespace);
        xml.WriteString(AsSet);
        foreach (var face in Faces(texts))
        {
            // The weight is the one asked for, also where a family lacks it: a browser would make the letters bolder.
            var file = font(face.Key, string.Concat(face.SelectMany(run => run.Text.EnumerateRunes()).Distinct().Order().Select(rune => rune.ToString())));
            xml.WriteString(string.Create(
                CultureInfo.InvariantCulture, $"\n@font-face{{font-family:'{face.Key.Family}';font-weight:{face.Key.Weight};src:url(data:font/woff;base64,"));
            xml.WriteBase64(file, 0, file.Length);
            xml.WriteString(") format('woff')}");
        }

        xml.WriteEndElement();
    }

    private static IEnumerable<IGrouping<FontFace, TextRun>> Faces(IEnumerable<TextNode> texts) => texts
        .SelectMany(text => text.Runs)
        .GroupBy(run => run.Face)
        .OrderBy(face => face.Key.Family, StringComparer.Ordinal).ThenBy(face => face.Key.Weight);
}
