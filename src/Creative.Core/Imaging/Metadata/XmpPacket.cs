using System.Xml;
using System.Xml.Linq;

namespace Creative.Core.Imaging.Metadata;

/// <summary>The XMP packet of a file: the AIGC label (TC260-PG-20259A), and IPTC's digital source type.</summary>
/// <param name="LabelJson">Text of TC260:AIGC.</param>
/// <param name="DigitalSourceType">An IPTC NewsCode URI; null to leave it out.</param>
public sealed record XmpPacket(string LabelJson, string? DigitalSourceType)
{
    /// <summary>Template and AI layers together.</summary>
    public const string CompositeWithTrainedAlgorithmicMedia = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

    /// <summary>Largest packet that is read, in bytes. What is written has about 1,300.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly XNamespace Meta = "adobe:ns:meta/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Tc260 = "http://www.tc260.org.cn/ns/AIGC/1.0/";
    private static readonly XNamespace Iptc = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

    /// <summary>The packet as text, to be stored as UTF-8.</summary>
    public override string ToString() =>
        $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>{ToElement().ToString(SaveOptions.DisableFormatting)}<?xpacket end=\"r\"?>";

    /// <summary>What is in the packet, for documents that are XML themselves.</summary>
    public XElement ToElement()
    {
        var description = new XElement(
            Rdf + "Description",
            new XAttribute(Rdf + "about", ""),
            new XAttribute(XNamespace.Xmlns + "TC260", Tc260.NamespaceName),
            new XElement(Tc260 + "AIGC", LabelJson));
        if (DigitalSourceType is not null)
        {
            description.Add(
                new XAttribute(XNamespace.Xmlns + "Iptc4xmpExt", Iptc.NamespaceName),
                new XElement(Iptc + "DigitalSourceType", DigitalSourceType));
        }

        return new XElement(
            Meta + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", Meta.NamespaceName),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf.NamespaceName), description));
    }

    /// <summary>Reads what is known of a packet; the label as element or attribute.</summary>
    /// <returns>Null when the packet has no AIGC label.</returns>
    /// <exception cref="InvalidDataException">It is too large, not well formed, has a document type, or more than one label.</exception>
    public static XmpPacket? Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxBytes)
        {
            throw new InvalidDataException($"The XMP packet has {utf8.Length} bytes; at most {MaxBytes} are read.");
        }

        var root = Load(utf8.ToArray());
        var labels = Values(root, Tc260 + "AIGC").ToList();
        if (labels.Count > 1)
        {
            throw new InvalidDataException($"The file has {labels.Count} AIGC labels; exactly one is allowed.");
        }

        return labels.Count == 0 ? null : new XmpPacket(labels[0], Values(root, Iptc + "DigitalSourceType").FirstOrDefault());
    }

    private static XElement Load(byte[] utf8)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxBytes };
        try
        {
            using var stream = new MemoryStream(utf8, writable: false);
            using var reader = XmlReader.Create(stream, settings);
            return XDocument.Load(reader).Root!;
        }
        catch (XmlException e)
        {
            throw new InvalidDataException($"The XMP packet is refused: {e.Message}", e);
        }
    }

    private static IEnumerable<string> Values(XElement root, XName name) =>
        root.DescendantsAndSelf().SelectMany(element => element.Name == name
            ? [element.Value]
            : element.Attributes(name).Select(attribute => attribute.Value));
}
