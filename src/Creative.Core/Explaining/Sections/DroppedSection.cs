namespace Creative.Core.Explaining.Sections;

/// <summary>What had no room.</summary>
internal static class DroppedSection
{
    public static IEnumerable<string> Say(AssetFacts facts, Explanation reasons, Phrases phrases) =>
    [
        facts.Dropped.IsEmpty
            ? phrases.Say("dropped.nothing")
            : phrases.Say("dropped.roles", phrases.List(facts.Dropped.Select(role => phrases.Name("role", role)))),
    ];
}
