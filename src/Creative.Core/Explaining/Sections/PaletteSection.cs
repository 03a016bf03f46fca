using Creative.Core.Concepts;

namespace Creative.Core.Explaining.Sections;

/// <summary>Where the colours come from.</summary>
internal static class PaletteSection
{
    /// <summary>Distance in OKLab below which two colours count as one.</summary>
    private const double Same = 0.02;

    /// <summary>Difference of lightness or chroma that is worth a word.</summary>
    private const double Visible = 0.03;

    private const double GreyChroma = 0.03;
    private const double SameHueDegrees = 25;

    public static IEnumerable<string> Say(AssetFacts facts, Explanation reasons, Phrases phrases) =>
        reasons.Palette.Select(colour => phrases.Say(
            "palette.colour", phrases.Name("colour", colour.Role), colour.Value.Hex, phrases.Name("colour", colour.BrandRole).ToLowerInvariant(), colour.BrandValue.Hex, How(colour, phrases)));

    private static string How(ExplainedColour colour, Phrases phrases)
    {
        if (colour.Distance < Same)
        {
            return phrases.Say("palette.same");
        }

        var (now, from) = (Oklch.From(colour.Value), Oklch.From(colour.BrandValue));
        var turned = Math.Abs(((now.H - from.H + 540) % 360) - 180);
        var changes = new[]
        {
            (Is: now.L > from.L + Visible, Key: "palette.lighter"),
            (Is: now.L < from.L - Visible, Key: "palette.darker"),
            (Is: now.C > from.C + Visible, Key: "palette.stronger"),
            (Is: now.C < from.C - Visible, Key: "palette.paler"),
            (Is: turned > SameHueDegrees && Math.Min(now.C, from.C) > GreyChroma, Key: "palette.turned"),
        };
        return phrases.List(changes.Where(change => change.Is).Select(change => phrases.Say(change.Key)).DefaultIfEmpty(phrases.Say("palette.near")));
    }
}
