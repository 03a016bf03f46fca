using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Creative.Core.Unicode;

/// <summary>What normal forms need from the Unicode Character Database; the version is in unicode.json.</summary>
internal sealed class UnicodeData
{
    private static readonly Lazy<UnicodeData> Loaded = new(Load);

    public static UnicodeData Default => Loaded.Value;

    /// <summary>One level of canonical decomposition.</summary>
    public required FrozenDictionary<int, ImmutableArray<int>> Canonical { get; init; }

    /// <summary>Full compatibility decomposition, where it differs from the canonical one.</summary>
    public required FrozenDictionary<int, ImmutableArray<int>> Compatibility { get; init; }

    /// <summary>Combining classes other than 0.</summary>
    public required FrozenDictionary<int, int> Classes { get; init; }

    /// <summary>Pairs that have a composed character.</summary>
    public required FrozenDictionary<(int First, int Second), int> Composed { get; init; }

    private static UnicodeData Load()
    {
        using var stream = typeof(UnicodeData).Assembly.GetManifestResourceStream("Unicode/unicode.json")
            ?? throw new InvalidOperationException("Unicode/unicode.json is not embedded.");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        var canonical = Mappings(root.GetProperty("canonical"));
        var uncomposed = Ranges(root.GetProperty("uncomposed").GetString()!).ToHashSet();
        return new UnicodeData
        {
            Canonical = canonical,
            Compatibility = Mappings(root.GetProperty("compatibility")),
            Classes = root.GetProperty("classes").EnumerateObject()
                .SelectMany(entry => Ranges(entry.Value.GetString()!).Select(code => (Code: code, Class: int.Parse(entry.Name))))
                .ToFrozenDictionary(pair => pair.Code, pair => pair.Class),
            Composed = canonical
                .Where(entry => entry.Value.Length == 2 && !uncomposed.Contains(entry.Key))
                .ToFrozenDictionary(entry => (entry.Value[0], entry.Value[1]), entry => entry.Key),
        };
    }

    private static FrozenDictionary<int, ImmutableArray<int>> Mappings(JsonElement lines) =>
        lines.EnumerateArray()
            .SelectMany(line => line.GetString()!.Split(';'))
            .Select(entry => entry.Split('='))
            .ToFrozenDictionary(parts => Hex(parts[0]), parts => parts[1].Split(' ').Select(Hex).ToImmutableArray());

    private static IEnumerable<int> Ranges(string text) =>
        text.Split(' ')
            .Select(part => part.Split('-'))
            .SelectMany(ends => Enumerable.Range(Hex(ends[0]), Hex(ends[^1]) - Hex(ends[0]) + 1));

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
