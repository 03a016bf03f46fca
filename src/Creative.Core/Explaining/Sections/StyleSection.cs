using Creative.Core.Briefs;

namespace Creative.Core.Explaining.Sections;

/// <summary>Why this style.</summary>
internal static class StyleSection
{
    public static IEnumerable<string> Say(AssetFacts facts, Explanation reasons, Phrases phrases)
    {
        var name = phrases.Style(facts.Style);
        yield return reasons.Style.Origin switch
        {
            StyleOrigin.Brief => phrases.Say("style.brief", name),
            StyleOrigin.Mood => phrases.Say("style.mood", phrases.List(reasons.Style.Words), name),
            StyleOrigin.Brand => phrases.Say("style.brand", facts.Brand.Name, name),
            StyleOrigin.House => phrases.Say("style.house", name),
            _ => phrases.Say("style.changed", name),
        };
        if (facts.Variant > 0)
        {
            yield return phrases.Say("style.variant", facts.Variant + 1);
        }
    }
}
