using Creative.Core.Brands;
using Creative.Core.Concepts.Styles.Parts;
using Creative.Core.Concepts.Styles.Scenery;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles;

/// <summary>夜场大促: a dark hall with crossing spotlights, neon tubes around the hero, a dotted screen and lettering lit like a sign.</summary>
public sealed class NightStyle : IStyle
{
    public StyleIdentity Identity { get; } = new(
        "night", "Night festival", "夜场大促", "Dark hall with crossing spotlights, neon tubes, a dotted screen; lettering lit like a sign.",
        ["夜场", "大促", "夜市", "霓虹", "狂欢", "派对", "限时", "秒杀", "双十一", "双11", "618", "night", "neon", "party", "flash sale", "midnight", "black friday", "electric", "bold"]);

    public StagingStyle Staging => new(Satellites: 6, Spread: 0.78, Tilt: 28, Scale: 0.9, GroundWidth: 1.6, GroundDepth: 0.26, Trail: 5, Rim: 0.65);

    public Palette Derive(Brand brand, Tone tone)
    {
        // The hall is violet; the tubes are the brand's own hue and its counterpart across the hall.
        var own = Palettes.Primary(brand);
        var lamp = own.C < 0.04 ? new Oklch(0.7, 0.2, 350) : own;
        var hall = tone == Tone.Rich ? new Oklch(0.2, 0.1, 293) : new Oklch(0.24, 0.11, 268);
        var counter = tone == Tone.Rich ? new Oklch(0.83, 0.14, 205) : new Oklch(0.76, 0.2, 335);
        return Palettes.Build(
            brand, hall.At(0.125).Chroma(0.07), hall, hall.At(0.37).Turn(tone == Tone.Rich ? 24 : 14).Chroma(0.2), lamp.At(0.68).Chroma(0.235), counter, lamp.At(0.83).Turn(lamp.H is > 20 and < 75 ? 28 : 0).Chroma(0.17));
    }

    public IEnumerable<SceneNode> Background(StyleCanvas c)
    {
        var p = c.Palette;
        yield return Fills.Cover(c, new RadialGradient(c.Focus.X, c.Focus.Y, 0.78 * c.Diagonal, 0.78 * c.Diagonal, [new(0, p["lift"]), new(0.45, p["ground"]), new(1, p["deep"])]));
        yield return Lights.Glow(c, c.Focus.X, c.Focus.Y, 1.7 * c.FocusRadius, 1.7 * c.FocusRadius, p["support"], 0.42);
        foreach (var node in NightScenery.Spotlights(c).Concat(NightScenery.Screen(c)).Concat(NightScenery.Arch(c)).Concat(NightScenery.Tubes(c)))
        {
            yield return node;
        }

        foreach (var node in Scatter.Bokeh(c, 12, p["glow"], 0.26).Concat(Scatter.Confetti(c, 22, p["support"], p["glow"], p["accent"], Colour.White)))
        {
            yield return node;
        }
    }

    public IEnumerable<SceneNode> Stage(StyleCanvas c, Box main)
    {
        var p = c.Palette;
        double x = main.CenterX, y = main.Bottom - (main.Height * 0.035), rx = main.Width * 0.66;
        foreach (var node in Plinth.Round(x, y, rx, rx * 0.16, p["lift"], p["ground"], p["deep"], p["glow"]))
        {
            yield return node;
        }

        foreach (var (grow, width, alpha) in ((double, double, double)[])[(1.22, 0.07, 0.18), (1.22, 0.03, 0.5), (1.22, 0.012, 1)])
        {
            var tint = alpha == 1 ? Oklch.From(p["support"]).Lighter(0.2).ToColour() : p["support"];
            yield return new PathNode("stage", Paths.Ellipse(x, y + (rx * 0.16), rx * grow, rx * grow * 0.21), null, new Stroke(tint with { Alpha = alpha }, Math.Max(1, rx * width)));
        }

        yield return Lights.ContactShadow(x, y, main.Width * 0.44, main.Width * 0.085, Colour.Black, 0.6);
    }

    public TextTreatment Treat(LayoutRole role, Palette p) => role switch
    {
        LayoutRole.Headline => new([Colour.White, p["paper"]])
        {
            NumberInks = [p["accent"], p["glow"], Colour.White],
            StrokeWidth = 0.03, StrokeColour = p["support"], Extrusion = 0.05, ExtrusionColour = p["deep"],
        },
        LayoutRole.Benefit => new([p["text-deep"], p["ink"], Colour.Black]),
        LayoutRole.CallToAction => new([Colour.White, p["text-deep"], p["ink"], Colour.Black]),
        _ => new([p["paper"], Colour.White]),
    };

    public IEnumerable<SceneNode> Plate(LayoutRole role, Box box, double cornerRadius, Palette p)
    {
        if (role == LayoutRole.Benefit)
        {
            // A slanted label, as on a price board.
            var slant = 0.22 * box.Height;
            yield return new PathNode("benefit-plate", Paths.Polygon((box.X + slant, box.Y), (box.Right, box.Y), (box.Right - slant, box.Bottom), (box.X, box.Bottom)), Fills.Along(box, 0, p["accent"], Oklch.From(p["accent"]).Lighter(0.06).ToColour()));
            yield break;
        }

        var radius = cornerRadius * box.Height;
        yield return new PathNode("button", Paths.RoundedRectangle(box.Grow(0.1 * box.Height), radius * 1.2), p["support"] with { Alpha = 0.28 });
        yield return new PathNode("button", Paths.RoundedRectangle(box, radius), Fills.Along(box, 8, Oklch.From(p["support"]).At(0.55).ToColour(), Oklch.From(p["support"]).At(0.47).Turn(-22).ToColour()), new Stroke(p["glow"] with { Alpha = 0.9 }, Math.Max(1, 0.035 * box.Height)));
    }
}
