namespace Creative.Core.Explaining.Sections;

/// <summary>Which rules decided: the tightest checks, and what the copy rules remarked.</summary>
internal static class RulesSection
{
    public static IEnumerable<string> Say(AssetFacts facts, Explanation reasons, Phrases phrases)
    {
        yield return phrases.Say("rules.passed", facts.Checks.Length, facts.Checks.Count(check => !check.Passed));
        foreach (var (check, headroom) in reasons.Tightest)
        {
            yield return phrases.Say(
                TightestChecks.IsFloor(check.Rule) ? "rules.floor" : "rules.ceiling",
                phrases.Name("rule", check.Rule),
                check.Subject.Length == 0 ? phrases.Say("role.picture") : phrases.Name("role", check.Subject),
                check.Measured,
                check.Limit,
                check.Unit == "ratio" ? ":1" : $" {check.Unit}",
                100 * headroom);
        }
    }
}
