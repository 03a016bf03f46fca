namespace Creative.Core.Explaining.Sections;

/// <summary>Why the parts stand where they stand.</summary>
internal static class LayoutSection
{
    public static IEnumerable<string> Say(AssetFacts facts, Explanation reasons, Phrases phrases)
    {
        yield return phrases.Say("layout.family", phrases.Name("composition", facts.Composition));
        if (facts.LayoutsConsidered > 0)
        {
            yield return phrases.Say("layout.chosen", facts.LayoutsConsidered, facts.LayoutScore);
        }
    }
}
