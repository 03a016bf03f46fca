using System.Text;

namespace Creative.Core.Imaging.Metadata;

/// <summary>Labels finished files, and reads labels back.</summary>
public static class AigcFile
{
    /// <summary>
    /// Seals a label over the file and writes it in, as the last step. A file that has a label keeps its producer's
    /// fields; only the propagator's are taken from <paramref name="label"/>.
    /// </summary>
    /// <param name="file">A finished file without other XMP.</param>
    /// <param name="format">Of the file.</param>
    /// <param name="label">What to say.</param>
    /// <param name="key">For <see cref="AigcSeal"/>.</param>
    /// <param name="wrapped">See <see cref="AigcLabel.ToJson"/>.</param>
    /// <exception cref="InvalidDataException">The file, or a label in it, is damaged.</exception>
    public static byte[] Write(ReadOnlySpan<byte> file, ImageFormat format, AigcLabel label, ReadOnlySpan<byte> key, bool wrapped = false)
    {
        var written = Read(file, format)?.PassedOnBy(label.ContentPropagator, label.PropagateId) ?? AigcSeal.Seal(label, file, format, key);
        var packet = new XmpPacket(written.ToJson(wrapped), XmpPacket.CompositeWithTrainedAlgorithmicMedia);
        return MetadataContainer.Of(format).WithXmp(file, Encoding.UTF8.GetBytes(packet.ToString()));
    }

    /// <returns>The label of a file; null when it has none.</returns>
    /// <exception cref="InvalidDataException">The file or the label is damaged, or there is more than one.</exception>
    public static AigcLabel? Read(ReadOnlySpan<byte> file, ImageFormat format)
    {
        var container = MetadataContainer.Of(format);
        var json = container.ReadXmp(file) is { } packet ? XmpPacket.Parse(packet)?.LabelJson : null;
        var bare = container.ReadBareLabel(file);
        return (json, bare) switch
        {
            ({ }, { }) => throw new InvalidDataException("The file has more than one AIGC label."),
            (null, null) => null,
            _ => AigcLabel.FromJson(json ?? bare!),
        };
    }
}
