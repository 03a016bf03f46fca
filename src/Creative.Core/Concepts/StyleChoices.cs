using System.Collections.Immutable;
using Creative.Core.Briefs;
using Creative.Core.Concepts.Styles;

namespace Creative.Core.Concepts;

/// <summary>Which styles a brief may get, the first one first, each with its reason.</summary>
public static class StyleChoices
{
    /// <param name="style">The style that the brief names; empty: none.</param>
    /// <param name="mood">Plain words.</param>
    /// <param name="brandName">For the reason.</param>
    /// <param name="preferred">Styles of the brand in order of preference; empty: all.</param>
    public static ImmutableArray<StyleChoice> Of(string style, string mood, string brandName, ImmutableArray<string> preferred)
    {
        if (style.Length > 0)
        {
            return [new StyleChoice(style, $"{style}, as the brief asks", StyleOrigin.Brief, [])];
        }

        var asked = MoodReader.Read(mood, StyleTable.All.Select(s => new MoodWords(s.Id, s.Identity.MoodWords)));
        var liked = preferred.Where(id => StyleTable.Find(id) is not null).Select(id => new StyleChoice(id, $"{id}, preferred by {brandName}", StyleOrigin.Brand, []));
        var rest = StyleTable.All.Select(s => new StyleChoice(s.Id, $"{s.Id}, a house style", StyleOrigin.House, []));
        return [.. asked.Concat(liked).Concat(preferred.IsEmpty ? rest : []).DistinctBy(choice => choice.Style)];
    }
}
