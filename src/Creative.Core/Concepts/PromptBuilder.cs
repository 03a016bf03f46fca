using System.Collections.Immutable;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;

namespace Creative.Core.Concepts;

/// <summary>
/// Writes complete prompts in a model's own language. Everything a brief leaves open is filled in: a small model that is
/// asked for "gift box" alone paints a muddle of all gift boxes.
/// </summary>
public sealed class PromptBuilder(ElementVocabulary vocabulary)
{
    // What the hue words of a prompt look like, for keeping an element apart from its ground.
    private static readonly ImmutableSortedDictionary<string, Colour> HueColours = new Dictionary<string, Colour>
    {
        ["red"] = Colour.Parse("#d92a22"), ["orange"] = Colour.Parse("#f39c2b"), ["yellow"] = Colour.Parse("#f7cf3c"),
        ["green"] = Colour.Parse("#2fa866"), ["teal"] = Colour.Parse("#23b3b5"), ["blue"] = Colour.Parse("#2f6fe0"),
        ["purple"] = Colour.Parse("#8244d6"), ["pink"] = Colour.Parse("#f29ab5"), ["gold"] = Colour.Parse("#f2bd3f"),
        ["silver"] = Colour.Parse("#cfd5de"), ["rose gold"] = Colour.Parse("#e7a58d"),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The model's own name for an element: "red packet" is the class "packet" in the hue "red" for a model that keeps the
    /// two apart. Null when it cannot paint such a thing, or only as a texture.
    /// </summary>
    public string? ClassOf(string element) =>
        Find(element) is { } kind && !vocabulary.Textures.Contains(kind) ? kind : null;

    /// <param name="element">What to paint, such as "red packet"; <see cref="ClassOf"/> knows it.</param>
    /// <param name="ground">Colour behind it: a hue that would drown in it is not chosen.</param>
    /// <param name="variant">Which of the class's variants, counted round.</param>
    /// <param name="view">Which view, counted round.</param>
    /// <param name="light">Preferred light, such as "warm light".</param>
    /// <param name="material">Preferred material, such as "matte"; empty: the model's first.</param>
    /// <param name="market">What a rising chart looks like, and which motifs are foreign; null: anything goes.</param>
    public string Write(string element, Colour ground, int variant, int view, string light, string material = "", MarketConvention? market = null)
    {
        var kind = Find(element) ?? throw new ArgumentException($"The model cannot paint '{element}'; it knows {string.Join(", ", vocabulary.Classes)}.", nameof(element));
        var all = vocabulary.Variants.GetValueOrDefault(kind, []);
        var own = market is null ? all : all.RemoveRange(market.ForeignMotifs);
        var variants = own.IsEmpty ? all : own;
        var views = vocabulary.ViewsOf(kind);
        var values = new Dictionary<string, string>
        {
            ["class"] = kind,
            ["noun"] = kind,
            ["hue"] = Hue(element, kind, ground, market),
            ["variant"] = variants.IsEmpty ? "" : variants[variant % variants.Length],
            ["view"] = views[view % views.Length],
            ["light"] = vocabulary.Lights.Contains(light) ? light : vocabulary.Lights[0],
            ["material"] = vocabulary.Materials.IsDefaultOrEmpty ? "" : vocabulary.Materials.Contains(material) ? material : vocabulary.Materials[0],
        };
        return values.Aggregate(vocabulary.Template, (prompt, value) => prompt.Replace('{' + value.Key + '}', value.Value, StringComparison.Ordinal));
    }

    private string? Find(string element) =>
        vocabulary.Classes.FirstOrDefault(c => c == element)
        ?? vocabulary.Classes.FirstOrDefault(c => element.EndsWith(' ' + c, StringComparison.Ordinal));

    private string Hue(string element, string kind, Colour ground, MarketConvention? market)
    {
        var hues = vocabulary.Hues.GetValueOrDefault(kind, []);
        if (market is not null && kind == MarketConvention.RisingElement && market.RisingHues.Where(hues.Contains).ToImmutableArray() is { IsEmpty: false } allowed)
        {
            hues = allowed;
        }

        var named = hues.FirstOrDefault(h => element.StartsWith(h + ' ', StringComparison.Ordinal));
        if (named is not null || hues.IsEmpty)
        {
            return named ?? "";
        }

        const double Apart = 0.2;
        var under = Oklab.From(ground);
        return hues.FirstOrDefault(h => HueColours.TryGetValue(h, out var c) && Oklab.From(c).DistanceTo(under) >= Apart) ?? hues[0];
    }
}
