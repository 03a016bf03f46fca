using System.Collections.Immutable;
using System.Globalization;
using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Concepts.Styles;
using Creative.Core.Diffusion;
using Creative.Core.Numerics;

namespace Creative.Core.Concepts;

/// <summary>Decides each variant's style, palette and elements from the brief and the brand, and says why.</summary>
public sealed class ConceptBuilder(ElementVocabulary vocabulary)
{
    private readonly PromptBuilder _prompts = new(vocabulary);

    public ImmutableArray<Concept> Build(Brief brief, Brand brand)
    {
        var styles = StyleChoices.Of(brief.Style, brief.Mood, brand.Name, brand.Styles);
        var elements = Elements(brief, brand);
        return [.. Enumerable.Range(0, brief.Variants).Select(variant => Concept(brief, brand, variant, styles, elements))];
    }

    private Concept Concept(Brief brief, Brand brand, int variant, ImmutableArray<StyleChoice> styles, ImmutableArray<ElementChoice> elements)
    {
        // Variants alternate between a rich and a light ground before they move on to the next style.
        var choice = styles[variant / 2 % styles.Length];
        var tone = variant % 2 == 0 ? Tone.Rich : Tone.Light;
        var style = StyleTable.Get(choice.Style);
        var palette = style.Derive(brand, tone);
        var seed = SeededRandom.Derive(brief.Seed, (ulong)variant);
        var market = MarketConvention.Of(brand.Market);
        var light = brand.Imagery.Light.Length > 0 ? brand.Imagery.Light : choice.Style == "technological" ? "neutral light" : "warm light";
        var plans = elements
            .SelectMany((e, i) => i == 0 ? [(e.Element, View: 0, Variant: variant)] : new[] { (e.Element, View: 2, Variant: variant), (e.Element, View: 1, Variant: variant + 1) })
            .Take(3)
            .Select((e, i) => new ElementPlan(e.Element, _prompts.Write(e.Element, palette["ground"], e.Variant, e.View, light, brand.Imagery.Material, market), TorchSeed(seed, i)));
        return new Concept
        {
            Variant = variant,
            Style = style.Id,
            Tone = tone,
            Palette = palette,
            Elements = [.. plans],
            Seed = seed,
            Reasons =
            [
                $"Style: {choice.Reason}.",
                string.Create(CultureInfo.InvariantCulture, $"Palette: {(tone == Tone.Rich ? "rich" : "light")} ground {palette["ground"].Hex} from the brand's colours in OKLCH."),
                .. elements.Select(e => $"Element: {e.Reason}."),
            ],
        };
    }

    // torch.manual_seed takes 64 bits, but its Mersenne Twister uses the low 32: keep seeds apart there.
    private static ulong TorchSeed(ulong seed, int element) => SeededRandom.Derive(seed, (ulong)(100 + element)) & 0xFFFF_FF00;

    private ImmutableArray<ElementChoice> Elements(Brief brief, Brand brand)
    {
        var wanted = SubjectReader.Read(brief, brand.Glossary, SubjectWords.Default);
        var known = wanted.Where(e => _prompts.ClassOf(e.Element) is not null).ToImmutableArray();
        return known.IsEmpty ? [new ElementChoice(vocabulary.Classes[0], "the model cannot paint what was asked for; this is its first class")] : known;
    }
}
