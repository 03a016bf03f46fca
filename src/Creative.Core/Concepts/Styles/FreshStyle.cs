using Creative.Core.Brands;
using Creative.Core.Concepts.Styles.Parts;
using Creative.Core.Concepts.Styles.Scenery;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles;

/// <summary>清新: morning air over rolling ground, drifting leaves and bubbles, a low white dais, dark green-blue lettering.</summary>
public sealed class FreshStyle : IStyle
{
    public StyleIdentity Identity { get; } = new(
        "fresh", "Fresh", "清新", "Airy sky over rolling ground, leaves and bubbles, a low white dais, plain dark lettering.",
        ["清新", "自然", "轻松", "治愈", "温柔", "健康", "春天", "夏日", "环保", "绿色", "fresh", "natural", "airy", "light", "gentle", "spring", "summer", "healthy", "green"]);

    public StagingStyle Staging => new(Satellites: 4, Spread: 0.82, Tilt: 14, Scale: 0.92, GroundWidth: 1.6, GroundDepth: 0.24, Trail: 3, Rim: 0.6);

    public Palette Derive(Brand brand, Tone tone)
    {
        // Air is between green and sky blue; the brand decides where, a warm one gets the green end.
        var own = Palettes.Nearest(brand, 175);
        var hue = new Oklch(own.L, 0.1, own.H is > 130 and < 250 ? own.H : own.H is >= 250 and < 320 ? 222 : 158);
        return tone == Tone.Rich
            ? Palettes.Build(brand, hue.At(0.36).Chroma(0.085), hue.At(0.845).Chroma(0.095), hue.At(0.945).Chroma(0.045), hue.At(0.765).Turn(-16).Chroma(0.125), hue.At(0.985).Turn(-50).Chroma(0.03), hue.At(0.5).Chroma(0.13))
            : Palettes.Build(brand, hue.At(0.38).Chroma(0.085), hue.At(0.945).Turn(-70).Chroma(0.045), hue.At(0.988).Turn(-60).Chroma(0.014), hue.At(0.87).Turn(-28).Chroma(0.095), hue.At(0.995).Turn(-80).Chroma(0.02), hue.At(0.53).Turn(6).Chroma(0.14));
    }

    public IEnumerable<SceneNode> Background(StyleCanvas c)
    {
        var p = c.Palette;
        double w = c.Size.Width, h = c.Size.Height;
        yield return Fills.Cover(c, new LinearGradient(0, 0, 0, h, [new(0, p["ground"]), new(0.62, p["lift"]), new(1, p["lift"])]));
        yield return Lights.Glow(c, c.Focus.X, c.Focus.Y - (0.35 * c.FocusRadius), 2.1 * c.FocusRadius, 2.1 * c.FocusRadius, p["glow"], 0.95);
        yield return Lights.Glow(c, 0.03 * w, 0.02 * h, 0.42 * c.Diagonal, 0.42 * c.Diagonal, Colour.White, 0.6);
        foreach (var node in FreshScenery.Clouds(c).Concat(FreshScenery.Ground(c)).Concat(FreshScenery.Bubbles(c)).Concat(FreshScenery.Leaves(c)))
        {
            yield return node;
        }
    }

    public IEnumerable<SceneNode> Stage(StyleCanvas c, Box main)
    {
        var p = c.Palette;
        double rx = main.Width * 0.7, top = main.Bottom - (main.Height * 0.04);
        yield return Lights.ContactShadow(main.CenterX, top + (rx * 0.2), rx * 1.12, rx * 0.24, p["deep"], 0.2);
        foreach (var node in Plinth.Round(main.CenterX, top, rx, rx * 0.08, Colour.White, p["lift"], p["ground"], Colour.White))
        {
            yield return node;
        }

        yield return Lights.ContactShadow(main.CenterX, top, main.Width * 0.43, main.Width * 0.08, p["deep"], 0.38);
    }

    public TextTreatment Treat(LayoutRole role, Palette p) => role switch
    {
        LayoutRole.Headline => new([p["text-deep"], p["ink"], Colour.Black]) { NumberInks = [p["accent"], p["deep"]] },
        LayoutRole.Subhead => new([p["text-deep"], p["ink"], Colour.Black]),
        LayoutRole.Benefit => new([p["text-deep"], p["ink"], Colour.Black]),
        LayoutRole.CallToAction => new([Colour.White, p["ink"], Colour.Black]),
        _ => new([p["ink"], Colour.Black]),
    };

    public IEnumerable<SceneNode> Plate(LayoutRole role, Box box, double cornerRadius, Palette p)
    {
        var radius = Math.Max(cornerRadius, 0.5) * box.Height;
        if (role == LayoutRole.Benefit)
        {
            // White alone would vanish on morning air.
            yield return new PathNode("benefit-plate", Paths.RoundedRectangle(box, radius), Colour.White with { Alpha = 0.8 },
                new Stroke(p["accent"] with { Alpha = 0.5 }, Math.Max(1, 0.024 * box.Height)));
            yield break;
        }

        yield return new PathNode("button", Paths.RoundedRectangle(box.MoveBy(0, box.Height * 0.06), radius), p["deep"] with { Alpha = 0.18 });
        yield return new PathNode("button", Paths.RoundedRectangle(box, radius), Fills.Along(box, 12, p["accent"], Oklch.From(p["accent"]).Lighter(-0.07).ToColour()));
    }
}
