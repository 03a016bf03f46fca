using Creative.Core.Briefs;

namespace Creative.Core.Explaining.Sections;

/// <summary>Why these elements, and how each was picked.</summary>
internal static class ElementsSection
{
    /// <summary>Shares of a score that are worth a word.</summary>
    private const int MostShares = 3;

    public static IEnumerable<string> Say(AssetFacts facts, Explanation reasons, Phrases phrases) =>
        reasons.Elements.SelectMany((element, i) => Sentences(element, i == 0 ? "element.main" : "element.satellite", phrases));

    private static IEnumerable<string> Sentences(ExplainedElement element, string key, Phrases phrases)
    {
        var facts = element.Facts;
        yield return phrases.Say(key, phrases.Element(facts.ElementClass), Why(element, phrases), facts.Candidates, facts.Score);
        if (!facts.ScoreShares.IsEmpty)
        {
            var largest = facts.ScoreShares.OrderByDescending(share => Math.Abs(share.Value)).ThenBy(share => share.Key, StringComparer.Ordinal).Take(MostShares);
            var shares = phrases.List(largest.Select(share => phrases.Say("element.share", phrases.Name("dimension", share.Key), share.Value)));
            yield return facts.ScorerVersion.Length == 0
                ? phrases.Say("element.measured", shares)
                : phrases.Say("element.learned", facts.ScorerVersion, facts.ScoreDeviation, shares);
        }
    }

    private static string Why(ExplainedElement element, Phrases phrases) => element.Origin switch
    {
        ElementOrigin.HouseWord when element.Never.Length > 0 => phrases.Say("element.house-never", element.Word, element.Meaning, element.Never),
        ElementOrigin.HouseWord => phrases.Say("element.house", element.Word, element.Meaning),
        ElementOrigin.Subject => phrases.Say("element.subject", element.Word),
        ElementOrigin.Copy => phrases.Say("element.copy", element.Word),
        ElementOrigin.ProductType => phrases.Say("element.product", phrases.Name("product", element.Word)),
        ElementOrigin.Companion => phrases.Say("element.companion", phrases.Element(element.Word)),
        _ => phrases.Say("element.model"),
    };
}
