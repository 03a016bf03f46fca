namespace Creative.Core.Explaining.Sections;

/// <summary>With what it was made.</summary>
internal static class MakingSection
{
    public static IEnumerable<string> Say(AssetFacts facts, Explanation reasons, Phrases phrases)
    {
        yield return phrases.Say("making.brand", facts.Brand.Name, facts.Brand.Id, facts.Brand.Version);
        yield return phrases.Say("making.models", phrases.List(facts.Models.Select(model => $"{model.Id} {model.Version}")));
        var versions = facts.Versions;
        yield return phrases.Say("making.rules", versions.LayoutRules, versions.CopyRules, versions.Placements, versions.Software);
    }
}
