using System.Collections.Immutable;
using Creative.Core.Briefs;
using Creative.Core.Unicode;

namespace Creative.Core.Brands;

/// <summary>A house word found in a text.</summary>
/// <param name="Entry">The entry of the brand's glossary.</param>
/// <param name="Start">Index of its first UTF-16 unit in the text after NFC.</param>
public sealed record GlossaryHit(GlossaryEntry Entry, int Start);

/// <summary>Finds a brand's house words, so that 金条 the product is not taken for a bar of gold.</summary>
public static class GlossaryReader
{
    /// <summary>Hits from left to right, without overlap; where two terms start together, the longer one.</summary>
    public static ImmutableArray<GlossaryHit> Read(string text, ImmutableArray<GlossaryEntry> glossary)
    {
        var normal = NormalForm.Canonical(text);
        var words = glossary.Select(entry => (entry, entry.Term));
        return [.. WordFinder.Find(normal, words).Select(hit => new GlossaryHit(hit.Item, hit.Start))];
    }

    /// <summary>The text with its house words blanked out, so that nothing else reads them.</summary>
    public static string Without(string text, ImmutableArray<GlossaryEntry> glossary)
    {
        var rest = NormalForm.Canonical(text).ToCharArray();
        foreach (var hit in Read(text, glossary))
        {
            rest.AsSpan(hit.Start, hit.Entry.Term.Length).Fill(' ');
        }

        return new string(rest);
    }
}
