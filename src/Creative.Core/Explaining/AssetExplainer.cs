using System.Collections.Immutable;
using Creative.Core.Briefs;
using Creative.Core.Concepts;
using Creative.Core.Explaining.Sections;

namespace Creative.Core.Explaining;

/// <summary>Says why an asset looks the way it does, from its record alone. Pure, and safe to call from several threads.</summary>
public static class AssetExplainer
{
    /// <summary>In reading order. A new section is one function and one line.</summary>
    private static readonly (string Id, Func<AssetFacts, Explanation, Phrases, IEnumerable<string>> Say)[] All =
    [
        ("style", StyleSection.Say),
        ("palette", PaletteSection.Say),
        ("elements", ElementsSection.Say),
        ("layout", LayoutSection.Say),
        ("size", SizeSection.Say),
        ("dropped", DroppedSection.Say),
        ("rules", RulesSection.Say),
        ("making", MakingSection.Say),
    ];

    /// <summary>Ids of the sections, in reading order.</summary>
    public static IEnumerable<string> SectionIds => All.Select(section => section.Id);

    /// <param name="language">One of <see cref="Phrases.Languages"/>.</param>
    public static Explanation Explain(AssetFacts facts, string language)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var phrases = Phrases.In(language);
        var reasons = new Explanation(language, Style(facts), PaletteReasons.Of(facts), Elements(facts), TightestChecks.Of(facts.Checks), []);
        return reasons with
        {
            Sections = [.. All.Select(section => new ExplainedSection(section.Id, phrases.Say($"section.{section.Id}"), [.. section.Say(facts, reasons, phrases)]))],
        };
    }

    private static ExplainedStyle Style(AssetFacts facts)
    {
        var choice = StyleChoices.Of(facts.Brief.Style, facts.Brief.Mood, facts.Brand.Name, facts.Brand.Styles).FirstOrDefault(one => one.Style == facts.Style);
        return new ExplainedStyle(facts.Style, choice?.Origin, choice?.Words ?? []);
    }

    private static ImmutableArray<ExplainedElement> Elements(AssetFacts facts)
    {
        var choices = SubjectReader.Read(facts.Brief, facts.Brand.Glossary, SubjectWords.Default);
        return
        [
            .. from element in facts.Elements
               let choice = choices.FirstOrDefault(one => one.Element == element.ElementClass)
               select new ExplainedElement(element, choice?.Origin ?? ElementOrigin.Model, choice?.Word ?? "", choice?.Entry?.Meaning ?? "", choice?.Entry?.Never ?? ""),
        ];
    }
}
