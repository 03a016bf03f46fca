using System.Collections.Immutable;
using Creative.Core.Brands;

namespace Creative.Core.Briefs;

/// <summary>What led to an element.</summary>
public enum ElementOrigin
{
    /// <summary>The model cannot paint what was asked for.</summary>
    Model,

    /// <summary>A word of the brand's glossary.</summary>
    HouseWord,

    /// <summary>A plain word of the brief's subject.</summary>
    Subject,

    /// <summary>A plain word of the copy.</summary>
    Copy,

    /// <summary>Nothing was named: it suits the product type.</summary>
    ProductType,

    /// <summary>It goes well beside the main element.</summary>
    Companion,
}

/// <summary>An element to paint, and why: "小金库 → piggy bank (…)".</summary>
/// <param name="Origin">What led to it.</param>
/// <param name="Word">The word, product type or main element that did.</param>
/// <param name="Entry">For a house word: its entry of the glossary.</param>
public sealed record ElementChoice(
    string Element, string Reason, ElementOrigin Origin = ElementOrigin.Model, string Word = "", GlossaryEntry? Entry = null);

/// <summary>
/// What a brief wants to see. House words come first and are products, never the thing they are named after; then plain
/// words of the subject, then of the copy; then what suits the product type.
/// </summary>
public static class SubjectReader
{
    /// <summary>Main element first, then satellites; two or more, none twice.</summary>
    /// <param name="brief">Its subject, copy and product type are read.</param>
    /// <param name="glossary">The brand's house words.</param>
    /// <param name="words">Plain words.</param>
    public static ImmutableArray<ElementChoice> Read(Brief brief, ImmutableArray<GlossaryEntry> glossary, SubjectWords words)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(words);
        var choices = Named(brief.Subject, ElementOrigin.Subject, glossary, words);
        if (choices.Count == 0)
        {
            choices = Named($"{brief.Copy.Headline}\n{brief.Copy.Benefit}\n{brief.Copy.Subhead}", ElementOrigin.Copy, glossary, words);
        }

        if (choices.Count == 0)
        {
            choices.Add(new ElementChoice(words.Products[brief.ProductType], $"nothing was named; it suits a {brief.ProductType} product", ElementOrigin.ProductType, brief.ProductType));
        }

        var main = choices[0].Element;
        if (choices.Count == 1)
        {
            choices.Add(new ElementChoice(words.Companions[main], $"goes well beside the {main}", ElementOrigin.Companion, main));
        }

        return [.. choices];
    }

    private static List<ElementChoice> Named(string text, ElementOrigin origin, ImmutableArray<GlossaryEntry> glossary, SubjectWords words)
    {
        var where = origin == ElementOrigin.Subject ? "subject" : "copy";
        var house = GlossaryReader.Read(text, glossary)
            .Select(hit => (hit.Start, Choice: new ElementChoice(hit.Entry.Element, HouseReason(hit.Entry), ElementOrigin.HouseWord, hit.Entry.Term, hit.Entry)));
        var plain = WordFinder.Find(
                GlossaryReader.Without(text, glossary),
                words.Elements.SelectMany(entry => entry.Words.Select(word => (entry.Element, word))))
            .Select(hit => (hit.Start, Choice: new ElementChoice(hit.Item, $"{hit.Word} in the {where} → {hit.Item}", origin, hit.Word)));
        return
        [
            .. house.Concat(plain)
                .Where(hit => hit.Choice.Element.Length > 0)
                .OrderBy(hit => hit.Start)
                .Select(hit => hit.Choice)
                .DistinctBy(choice => choice.Element),
        ];
    }

    private static string HouseReason(GlossaryEntry entry) =>
        entry.Never.Length == 0
            ? $"{entry.Term} is a house word ({entry.Meaning}) → {entry.Element}"
            : $"{entry.Term} is a house word ({entry.Meaning}) → {entry.Element}, never {entry.Never}";
}
