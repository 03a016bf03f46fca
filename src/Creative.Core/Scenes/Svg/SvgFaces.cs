using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Creative.Core.Imaging;

namespace Creative.Core.Scenes;

/// <summary>Reads which faces the words of a layered document are set in.</summary>
public static class SvgFaces
{
    /// <param name="document">As <see cref="LayeredSvg.Write"/> makes it.</param>
    /// <returns>Each once, by family and weight.</returns>
    public static ImmutableArray<FontFace> Of(byte[] document)
    {
        var faces = new HashSet<FontFace>();
        using var xml = XmlReader.Create(new MemoryStream(document, writable: false));
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "text" or "tspan" && xml.GetAttribute("font-family") is { } families)
            {
                faces.Add(new FontFace(FontFallbacks.First(families), int.Parse(xml.GetAttribute("font-weight")!, CultureInfo.InvariantCulture)));
            }
        }

        return [.. faces.OrderBy(face => face.Family, StringComparer.Ordinal).ThenBy(face => face.Weight)];
    }
}
