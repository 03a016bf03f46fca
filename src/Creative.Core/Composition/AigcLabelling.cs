using System.Collections.Immutable;
using System.Text;
using Creative.Core.Imaging.Metadata;

namespace Creative.Core.Composition;

/// <summary>Who the label in each file's metadata names, and the secret it is sealed with. Checked once, at start.</summary>
public sealed class AigcLabelling
{
    private readonly ImmutableArray<byte> _key;

    /// <param name="producer">Provider code of 27 characters; see <see cref="ProviderCode"/>.</param>
    /// <param name="key">At least <see cref="AigcSeal.MinKeyLength"/> characters; used as UTF-8. Keep it: it verifies files later.</param>
    /// <param name="wrapped">True: the label's JSON is written inside {"AIGC": …}, as some readers expect.</param>
    /// <exception cref="ArgumentException">Names every problem.</exception>
    public AigcLabelling(string producer, string key, bool wrapped = false)
    {
        var problems = new List<string>();
        if (ProviderCode.Objection(producer) is { } objection)
        {
            problems.Add($"Provider code: {objection}");
        }

        if (key.Length < AigcSeal.MinKeyLength)
        {
            problems.Add($"Seal key: {key.Length} characters; at least {AigcSeal.MinKeyLength} are needed");
        }

        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(". ", problems));
        }

        Producer = producer;
        Wrapped = wrapped;
        _key = [.. Encoding.UTF8.GetBytes(key)];
    }

    public string Producer { get; }

    public bool Wrapped { get; }

    public ReadOnlySpan<byte> Key => _key.AsSpan();
}
