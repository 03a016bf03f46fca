namespace Creative.Core.Datasets.Fingerprints;

/// <summary>
/// Finds images that look like one seen before. Two hashes that differ in at most d bits agree in at least one of d + 1 parts
/// (M. Norouzi, A. Punjani, D. Fleet, "Fast search in Hamming space with multi-index hashing", 2012), so only images that share
/// a part are compared.
/// </summary>
/// <param name="bits">Bits that may differ, 0 to 16.</param>
public sealed class NearDuplicates(int bits)
{
    private const int HashBits = 64;

    private readonly Dictionary<(int Part, ulong Value), List<(string Id, ImageFingerprint Image)>> _seen = [];

    /// <summary>The first image added that this one resembles, or null.</summary>
    public string? Find(ImageFingerprint image)
    {
        foreach (var key in PartsOf(image))
        {
            foreach (var (id, other) in _seen.GetValueOrDefault(key, []))
            {
                if (image.Resembles(other, bits))
                {
                    return id;
                }
            }
        }

        return null;
    }

    public void Add(string id, ImageFingerprint image)
    {
        foreach (var key in PartsOf(image))
        {
            if (!_seen.TryGetValue(key, out var alike))
            {
                _seen[key] = alike = [];
            }

            alike.Add((id, image));
        }
    }

    private IEnumerable<(int Part, ulong Value)> PartsOf(ImageFingerprint image)
    {
        var parts = bits + 1;
        for (var part = 0; part < parts; part++)
        {
            var (start, end) = (part * HashBits / parts, (part + 1) * HashBits / parts);
            yield return (part, image.Forms >> start & (end - start == HashBits ? ulong.MaxValue : (1UL << (end - start)) - 1));
        }
    }
}
