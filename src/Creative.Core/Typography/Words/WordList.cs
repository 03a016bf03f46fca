using System.Globalization;

namespace Creative.Core.Typography.Words;

/// <summary>Words of unspaced script and how surprising each is. Immutable; safe to share.</summary>
public sealed class WordList
{
    // Binary logarithm of all counts of the list.
    private const double Total = 26;

    private static readonly Lazy<WordList> Shared = new(() => new WordList(["chinese-words.txt", "marketing-words.txt"]));

    private readonly Dictionary<string, double> _bits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> _byLetters;

    private WordList(ReadOnlySpan<string> resources)
    {
        foreach (var resource in resources)
        {
            using var reader = new StreamReader(
                typeof(WordList).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not embedded."));
            while (reader.ReadLine() is { } line)
            {
                if (line.StartsWith('#'))
                {
                    continue;
                }

                var space = line.IndexOf(' ', StringComparison.Ordinal);
                var bits = Total - (int.Parse(line.AsSpan(0, space), CultureInfo.InvariantCulture) / 2.0);
                foreach (var word in line[(space + 1)..].Split(' '))
                {
                    _bits[word] = bits;
                    Longest = Math.Max(Longest, word.Length);
                }
            }
        }

        _byLetters = _bits.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Simplified Chinese: general words, and those of offers and money.</summary>
    public static WordList Chinese => Shared.Value;

    /// <value>Letters of the longest word.</value>
    public int Longest { get; }

    public int Count => _bits.Count;

    /// <summary>How surprising a word is, in bits; a letter that is no word of the list is rarer than all that are; null: no word.</summary>
    public double? Bits(ReadOnlySpan<char> word) =>
        _byLetters.TryGetValue(word, out var bits) ? bits : word.Length == 1 ? Total : null;
}
