using Creative.Core.Brands;
using Creative.Core.Concepts.Styles.Parts;
using Creative.Core.Concepts.Styles.Scenery;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles;

/// <summary>科技: a cool lit space with a floor in perspective, rings of light under the hero, glass plates.</summary>
public sealed class TechnologicalStyle : IStyle
{
    public StyleIdentity Identity { get; } = new(
        "technological", "Technological", "科技", "Cool lit space with a floor in perspective, rings of light, streaks and glass plates.",
        ["科技", "智能", "未来", "数字", "高效", "安全", "创新", "tech", "technological", "smart", "digital", "futuristic", "modern", "secure", "innovative"]);

    public StagingStyle Staging => new(Satellites: 5, Spread: 0.8, Tilt: 20, Scale: 0.9, GroundWidth: 1.75, GroundDepth: 0.26, Trail: 4, Rim: 0.7);

    public Palette Derive(Brand brand, Tone tone)
    {
        var cool = Palettes.Nearest(brand, 262);

        // A warm brand keeps its own hue on the light tone; a dark technological space stays cool enough to read as one.
        var hue = cool.H is > 170 and < 325 ? cool : new Oklch(cool.L, Math.Max(0.12, cool.C), 262);
        return tone == Tone.Rich
            ? Palettes.Build(brand, hue.At(0.22).Chroma(0.12), hue.At(0.38).Chroma(0.18), hue.At(0.52).Turn(-10).Chroma(0.19), hue.At(0.6).Turn(28).Chroma(0.2), hue.At(0.8).Turn(-38).Chroma(0.13), hue.At(0.85).Turn(-60).Chroma(0.14))
            : Palettes.Build(brand, hue.At(0.42).Chroma(0.2), hue.At(0.93).Chroma(0.035), hue.At(0.985).Chroma(0.01), hue.At(0.83).Turn(18).Chroma(0.085), hue.At(0.99).Turn(-40).Chroma(0.02), hue.At(0.55).Chroma(0.21));
    }

    public IEnumerable<SceneNode> Background(StyleCanvas c)
    {
        var p = c.Palette;
        var isLight = p.IsLight;
        yield return Fills.Cover(c, Fills.Along(c.Size.Bounds, 55, isLight ? [p["lift"], p["ground"], p["support"]] : [p["deep"], p["ground"], p["lift"]]));
        yield return Lights.Glow(c, c.Size.Width * 0.96, c.Size.Height * 0.02, 0.5 * c.Diagonal, 0.5 * c.Diagonal, p["support"], isLight ? 0.7 : 0.6);
        yield return Lights.Glow(c, c.Focus.X, c.Focus.Y, 2 * c.FocusRadius, 2 * c.FocusRadius, isLight ? Colour.White : p["glow"], isLight ? 0.95 : 0.5);
        foreach (var node in TechnologicalScenery.Floor(c).Concat(TechnologicalScenery.Streaks(c)).Concat(TechnologicalScenery.Panels(c)))
        {
            yield return node;
        }
    }

    public IEnumerable<SceneNode> Stage(StyleCanvas c, Box main)
    {
        var p = c.Palette;
        double x = main.CenterX, y = main.Bottom - (main.Height * 0.035), rx = main.Width * 0.62;
        var isLight = p.IsLight;
        foreach (var (grow, strength) in ((double, double)[])[(1.75, 0.25), (1.4, 0.5), (1.08, 0.95)])
        {
            var line = (isLight ? p["accent"] : p["accent"]) with { Alpha = strength };
            yield return new PathNode("stage", Paths.Ellipse(x, y, rx * grow, rx * grow * 0.23),
                new RadialGradient(x, y, rx * grow, rx * grow * 0.23, [new(0, p["glow"] with { Alpha = 0.02 }), new(0.7, p["glow"] with { Alpha = 0.06 }), new(1, p["accent"] with { Alpha = strength * 0.3 })]),
                new Stroke(new LinearGradient(x - (rx * grow), y, x + (rx * grow), y, [new(0, line with { Alpha = 0.1 }), new(0.5, line), new(1, line with { Alpha = 0.1 })]), Math.Max(1, rx * 0.014)));
        }

        foreach (var node in Plinth.Round(x, y, rx * 0.86, rx * 0.13,
                     isLight ? Colour.White : p["lift"], isLight ? p["ground"] : p["ground"], isLight ? p["support"] : p["deep"], isLight ? Colour.White : p["glow"]))
        {
            yield return node;
        }

        yield return Lights.ContactShadow(x, y, main.Width * 0.44, main.Width * 0.085, p["deep"], isLight ? 0.4 : 0.65);
    }

    public TextTreatment Treat(LayoutRole role, Palette p)
    {
        var isLight = p.IsLight;
        return role switch
        {
            LayoutRole.Headline when isLight => new([new Ink(p["accent"], p["deep"]), p["text-deep"], p["ink"]]) { NumberInks = [p["deep"]] },
            LayoutRole.Headline => new([new Ink(Colour.White, new Oklch(0.93, 0.04, Oklch.From(p["glow"]).H).ToColour()), Colour.White]) { NumberInks = [p["accent"], p["glow"], Colour.White] },
            LayoutRole.Subhead => isLight ? new([p["text-deep"], p["ink"]]) : new([p["paper"], Colour.White]),
            LayoutRole.Benefit => isLight ? new([p["text-deep"], p["ink"]]) : new([Colour.White, p["ink"]]),
            LayoutRole.CallToAction => isLight ? new([Colour.White, p["ink"]]) : new([p["deep"], p["ink"], Colour.Black]),
            _ => isLight ? new([p["ink"], Colour.Black]) : new([p["paper"], Colour.White, Colour.Black]),
        };
    }

    public IEnumerable<SceneNode> Plate(LayoutRole role, Box box, double cornerRadius, Palette p)
    {
        var radius = cornerRadius * box.Height;
        var isLight = p.IsLight;
        if (role == LayoutRole.Benefit)
        {
            var glass = isLight ? Colour.White : p["glow"];
            yield return new PathNode("benefit-plate", Paths.RoundedRectangle(box, radius),
                Fills.Down(box, glass with { Alpha = isLight ? 0.85 : 0.22 }, glass with { Alpha = isLight ? 0.55 : 0.08 }),
                new Stroke((isLight ? p["accent"] : Colour.White) with { Alpha = 0.45 }, Math.Max(1, box.Height * 0.022)));
            yield break;
        }

        Paint fill = isLight ? Fills.Along(box, 15, p["accent"], p["deep"]) : Fills.Along(box, 15, p["accent"], p["glow"]);
        yield return new PathNode("button", Paths.RoundedRectangle(box.Grow(box.Height * 0.09), radius * 1.18), (isLight ? p["accent"] : p["glow"]) with { Alpha = 0.22 });
        yield return new PathNode("button", Paths.RoundedRectangle(box, radius), fill);
        var shine = new Box(box.X + (radius * 0.5), box.Y + (box.Height * 0.06), box.Width - radius, box.Height * 0.36);
        yield return new PathNode("button", Paths.RoundedRectangle(shine, shine.Height / 2), Fills.Down(shine, Colour.White with { Alpha = 0.35 }, Colour.White with { Alpha = 0 }));
    }
}
