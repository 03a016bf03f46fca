using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Creative.Core.Diffusion.Text;

/// <summary>
/// CLIP's byte-pair tokenizer (Radford et al. 2021), from the files that Hugging Face tokenizers save. Text is lower-cased and
/// runs of white space count as one. The process runs in invariant culture, so Unicode text is taken as it is, not normalized.
/// </summary>
public sealed partial class ClipTokenizer
{
    private const string EndOfWord = "</w>";

    private readonly FrozenDictionary<string, int> _vocabulary;
    private readonly FrozenDictionary<(string Left, string Right), int> _ranks;
    private readonly int _start;
    private readonly int _end;
    private readonly int _pad;
    private readonly int _unknown;

    /// <param name="vocabulary">vocab.json: token to id.</param>
    /// <param name="merges">merges.txt: one pair a line, the most frequent first; a first line beginning with #version is skipped.</param>
    /// <param name="settings">tokenizer_config.json: model_max_length and the special tokens; or null for CLIP's own.</param>
    /// <param name="specialTokens">special_tokens_map.json, which goes before the former unless that lists its added tokens itself; or null.</param>
    /// <exception cref="FormatException">Names the file and what is wrong with it.</exception>
    public ClipTokenizer(ReadOnlySpan<byte> vocabulary, string merges, ReadOnlyMemory<byte>? settings = null, ReadOnlyMemory<byte>? specialTokens = null)
    {
        try
        {
            _vocabulary = (JsonSerializer.Deserialize<Dictionary<string, int>>(vocabulary) ?? []).ToFrozenDictionary(StringComparer.Ordinal);
        }
        catch (JsonException error)
        {
            throw new FormatException($"vocab.json: {error.Message}", error);
        }

        _ranks = Ranks(merges);
        var special = ClipTokenizerSettings.Read(settings, specialTokens);
        Length = special.Length;
        _start = IdOf(special.Start);
        _end = IdOf(special.End);
        _pad = IdOf(special.Pad);
        _unknown = IdOf(special.Unknown);
    }

    /// <value>Ids of every encoded text.</value>
    public int Length { get; }

    /// <summary>
    /// Start, as many tokens as fit, end, padding: always <see cref="Length"/> ids. A special token spelled out in the text is plain text.
    /// </summary>
    public int[] Encode(string text)
    {
        var ids = new List<int>(Length) { _start };
        var lower = text.ToLowerInvariant();
        foreach (var word in Words().EnumerateMatches(lower))
        {
            ids.AddRange(BytePairs(lower.Substring(word.Index, word.Length)));
            if (ids.Count >= Length)
            {
                break;
            }
        }

        var tokens = Math.Min(ids.Count, Length - 1);
        var padded = new int[Length];
        Array.Fill(padded, _pad);
        ids.CopyTo(0, padded, 0, tokens);
        padded[tokens] = _end;
        return padded;
    }

    /// <summary>Merges the pair of the lowest rank until there is none.</summary>
    private IEnumerable<int> BytePairs(string word)
    {
        var symbols = Encoding.UTF8.GetBytes(word).Select(value => ByteSymbols[value]).ToList();
        symbols[^1] += EndOfWord;
        while (symbols.Count > 1)
        {
            var (best, rank) = (-1, int.MaxValue);
            for (var i = 0; i + 1 < symbols.Count; i++)
            {
                if (_ranks.TryGetValue((symbols[i], symbols[i + 1]), out var found) && found < rank)
                {
                    (best, rank) = (i, found);
                }
            }

            if (best < 0)
            {
                break;
            }

            symbols[best] += symbols[best + 1];
            symbols.RemoveAt(best + 1);
        }

        return symbols.Select(symbol => _vocabulary.GetValueOrDefault(symbol, _unknown));
    }

    private int IdOf(string token) => _vocabulary.TryGetValue(token, out var id)
        ? id
        : throw new FormatException($"vocab.json: the special token '{token}' is missing.");

    private static FrozenDictionary<(string, string), int> Ranks(string merges)
    {
        var ranks = new Dictionary<(string, string), int>();
        var number = 0;
        foreach (var line in merges.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            number++;
            if (line.Length == 0 || (number == 1 && line.StartsWith("#version", StringComparison.Ordinal)))
            {
                continue;
            }

            var pair = line.Split(' ');
            if (pair.Length != 2 || pair[0].Length == 0 || pair[1].Length == 0)
            {
                throw new FormatException($"merges.txt, line {number}: '{line}' is not a pair.");
            }

            ranks.TryAdd((pair[0], pair[1]), ranks.Count);
        }

        return ranks.ToFrozenDictionary();
    }

    /// <summary>
    /// A visible character for each byte: printable ones for themselves, the others from U+0100 on in order.
    /// </summary>
    private static readonly string[] ByteSymbols = MakeByteSymbols();

    private static string[] MakeByteSymbols()
    {
        var next = 0x100;
        return [.. Enumerable.Range(0, 256).Select(value =>
            ((char)(value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF) ? value : next++)).ToString())];
    }

    [GeneratedRegex(@"'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\s\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
