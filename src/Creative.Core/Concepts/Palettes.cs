using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Imaging;

namespace Creative.Core.Concepts;

/// <summary>
/// Derives a palette from a brand's colours in OKLCH, where steps of lightness look even and a ramp does not go muddy.
/// Roles: "deep", "ground" and "lift" carry about 60 % of the area, "support" and "glow" about 30 %, "accent" and the
/// gold ramp the rest; "ink" and "paper" are for text, "quiet" for what has to be there and need not be
/// seen first, "rising" and "falling" for figures with a sign, as the brand's market reads them.
/// </summary>
public static class Palettes
{
    private const string DefaultGold = "#e0b45c";

    /// <summary>The brand colour (primary, secondary or accent) whose hue is nearest to <paramref name="hue"/> degrees; greys count last.</summary>
    public static Oklch Nearest(Brand brand, double hue) =>
        new[] { "primary", "secondary", "accent" }
            .Select(role => Oklch.From(brand.Colours[role].Value))
            .OrderBy(c => c.C < 0.03 ? 360 : HueDistance(c.H, hue))
            .First();

    /// <summary>The lightest form of a colour, no lighter than itself, on which white text of any size can be read (WCAG 2.1, 4.5 and a little to spare).</summary>
    public static Oklch UnderWhite(Oklch colour)
    {
        const double Wanted = 4.6, Step = 0.005;
        var lightness = colour.L;
        while (lightness > Step && Contrast.Ratio(colour.At(lightness).ToColour(), Colour.White) < Wanted)
        {
            lightness -= Step;
        }

        return colour.At(lightness);
    }

    public static Oklch Primary(Brand brand) => Oklch.From(brand.Colours["primary"].Value);

    /// <summary>
    /// Completes a palette: grounds as given, then gold, ink and paper from the brand or, where it has none, from the house.
    /// </summary>
    public static Palette Build(Brand brand, Oklch deep, Oklch ground, Oklch lift, Oklch support, Oklch glow, Oklch accent)
    {
        var gold = Oklch.From(brand.Colours.TryGetValue("gold", out var g) ? g.Value : Colour.Parse(DefaultGold));
        var market = MarketConvention.Of(brand.Market);
        var isLight = ground.L > 0.72;
        var ink = brand.Colours.TryGetValue("ink", out var i) ? Oklch.From(i.Value) : ground.At(0.24).Chroma(Math.Min(0.06, ground.C));
        var paper = brand.Colours.TryGetValue("paper", out var p) ? Oklch.From(p.Value) : new Oklch(0.985, 0.008, gold.H);
        return new Palette(new Dictionary<string, Colour>
        {
            ["deep"] = deep.ToColour(),
            ["ground"] = ground.ToColour(),
            ["lift"] = lift.ToColour(),
            ["support"] = support.ToColour(),
            ["glow"] = glow.ToColour(),
            ["accent"] = accent.ToColour(),
            ["gold-pale"] = gold.At(0.94).Chroma(0.06).ToColour(),
            ["gold-light"] = gold.At(0.88).Chroma(0.11).ToColour(),
            ["gold"] = gold.At(0.79).Chroma(Math.Max(0.12, gold.C)).ToColour(),
            ["gold-deep"] = gold.At(0.60).Chroma(0.12).Turn(-8).ToColour(),
            ["rising"] = market.Rising.At(isLight ? 0.53 : 0.76).ToColour(),
            ["falling"] = market.Falling.At(isLight ? 0.5 : 0.78).ToColour(),
            ["ink"] = ink.ToColour(),
            ["paper"] = paper.ToColour(),
            ["text"] = (isLight ? ink : paper).ToColour(),
            ["quiet"] = Mix(isLight ? deep.At(Math.Min(deep.L, 0.36)) : paper, ground, 0.26).ToColour(),
            ["text-deep"] = deep.At(isLight ? Math.Min(deep.L, 0.42) : deep.L).ToColour(),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    private static Oklch Mix(Oklch a, Oklch b, double share) => new(a.L + (share * (b.L - a.L)), a.C + (share * (b.C - a.C)), a.C < 0.03 ? b.H : a.H);

    private static double HueDistance(double a, double b)
    {
        var d = Math.Abs(a - b) % 360;
        return d > 180 ? 360 - d : d;
    }
}
