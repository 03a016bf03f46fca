using System.Collections.Immutable;
using Creative.Core.Concepts;

namespace Creative.Core.Explaining;

/// <summary>Where the colours that carry a picture come from.</summary>
internal static class PaletteReasons
{
    /// <summary>The roles a reader sees first; a palette has more.</summary>
    private static readonly string[] Shown = ["ground", "support", "accent", "text"];

    public static ImmutableArray<ExplainedColour> Of(AssetFacts facts)
    {
        if (facts.Brand.Colours.IsEmpty)
        {
            return [];
        }

        return
        [
            .. from role in Shown
               where facts.Palette.ContainsKey(role)
               let value = facts.Palette[role]
               let lab = Oklab.From(value)
               let nearest = facts.Brand.Colours.MinBy(colour => Oklab.From(colour.Value).DistanceTo(lab))
               select new ExplainedColour(role, value, nearest.Key, nearest.Value, Math.Round(Oklab.From(nearest.Value).DistanceTo(lab), 3)),
        ];
    }
}
