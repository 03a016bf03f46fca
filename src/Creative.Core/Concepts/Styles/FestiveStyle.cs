using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles;

/// <summary>热闹: warm ground, light rays, confetti, a golden stage, thick lettering that stands out like a sign.</summary>
public sealed class FestiveStyle : IStyle
{
    public string Id => "festive";

    public string NameEn => "Festive";

    public string NameZh => "热闹";

    public string Description => "Warm ground with light rays, confetti and a golden stage; thick raised lettering.";

    public ImmutableArray<string> MoodWords =>
        ["热闹", "喜庆", "活泼", "欢乐", "节日", "促销", "红火", "lively", "festive", "fun", "joyful", "celebration", "energetic", "sale", "playful"];

    public StagingStyle Staging => new(Satellites: 6, Spread: 0.74, Tilt: 26, Scale: 0.94, GroundWidth: 1.52, GroundDepth: 0.34);

    public Palette Derive(Brand brand, Tone tone)
    {
        // "Lively" is warm; the brand's own warmest colour carries it, so that it stays the brand's picture.
        var warm = Palettes.Nearest(brand, 32);
        return tone == Tone.Rich
            ? Palettes.Build(brand, warm.At(0.39).Chroma(0.16), warm.At(0.53).Chroma(0.212), warm.At(0.595).Turn(4).Chroma(0.21), warm.At(0.72).Turn(22).Chroma(0.17), warm.At(0.9).Turn(52).Chroma(0.11), warm.At(0.86).Turn(62).Chroma(0.16))
            : Palettes.Build(brand, warm.At(0.5).Chroma(0.2), warm.At(0.93).Turn(28).Chroma(0.05), warm.At(0.975).Turn(40).Chroma(0.025), warm.At(0.86).Turn(18).Chroma(0.1), warm.At(0.99).Turn(60).Chroma(0.03), warm.At(0.555).Chroma(0.22));
    }

    public IEnumerable<SceneNode> Background(StyleCanvas c)
    {
        var p = c.Palette;
        var isLight = IsLight(p);
        yield return Decor.Cover(c, new RadialGradient(c.Focus.X, c.Focus.Y, 0.8 * c.Diagonal, 0.8 * c.Diagonal,
            [new(0, p["lift"]), new(0.42, p["ground"]), new(1, isLight ? p["support"] : p["deep"])]));
        yield return Decor.Rays(c, 18, 0.46, isLight ? p["support"] : p["glow"], isLight ? 0.5 : 0.2);
        yield return Decor.Glow(c, c.Focus.X, c.Focus.Y, 1.55 * c.FocusRadius, 1.55 * c.FocusRadius, p["glow"], isLight ? 0.9 : 0.62);
        foreach (var node in Hills(c))
        {
            yield return node;
        }

        var count = (int)(26 + (0.03 * Math.Sqrt(c.Size.Pixels)));
        foreach (var node in Decor.Confetti(c, count, p["gold-light"], p["gold"], p["accent"], isLight ? p["deep"] : p["gold-pale"], p["support"]))
        {
            yield return node;
        }
    }

    public IEnumerable<SceneNode> Stage(StyleCanvas c, Box main)
    {
        var p = c.Palette;
        var isLight = IsLight(p);
        double rx = main.Width * 0.62, top = main.Bottom - (main.Height * 0.045);
        foreach (var node in Decor.Plinth(main.CenterX, top + (rx * 0.16), rx * 1.22, rx * 0.2, p["support"], isLight ? p["accent"] : p["ground"], p["deep"], p["gold-light"]))
        {
            yield return node;
        }

        foreach (var node in Decor.Plinth(main.CenterX, top, rx, rx * 0.17, p["gold-pale"], p["gold"], p["gold-deep"], p["gold-pale"]))
        {
            yield return node;
        }

        yield return Decor.ContactShadow(main.CenterX, top, main.Width * 0.44, main.Width * 0.085, p["deep"], 0.55);
    }

    public TextTreatment Treat(LayoutRole role, Palette p)
    {
        var isLight = IsLight(p);
        return role switch
        {
            LayoutRole.Headline when isLight => new([new Ink(p["accent"], p["deep"]), p["text-deep"], p["ink"]])
            {
                StrokeWidth = 0.05, StrokeColour = Colour.White, NumberInks = [p["deep"]],
            },
            LayoutRole.Headline => new([new Ink(Colour.White, p["gold-pale"]), Colour.White, p["ink"]])
            {
                NumberInks = [new Ink(p["gold-pale"], p["gold-light"]), p["gold-pale"]],
                StrokeWidth = 0.045, StrokeColour = p["deep"], Extrusion = 0.055, ExtrusionColour = p["deep"],
            },
            LayoutRole.Subhead => isLight ? new([p["text-deep"], p["ink"]]) : new([p["gold-pale"], Colour.White, p["ink"]]),
            LayoutRole.Benefit => isLight ? new([Colour.White, p["gold-pale"], p["ink"]]) : new([p["text-deep"], p["ink"], Colour.Black]),
            LayoutRole.CallToAction => isLight ? new([Colour.White, p["gold-pale"], p["ink"]]) : new([p["text-deep"], p["ink"], Colour.Black]),
            _ => new([p["text"], isLight ? p["ink"] : Colour.White, Colour.Black]),
        };
    }

    public IEnumerable<SceneNode> Plate(LayoutRole role, Box box, double cornerRadius, Palette p)
    {
        var radius = cornerRadius * box.Height;
        var name = role == LayoutRole.CallToAction ? "button" : "benefit-plate";
        if (role == LayoutRole.CallToAction)
        {
            var edge = IsLight(p) ? p["text-deep"] : p["gold-deep"];
            yield return new PathNode(name, Paths.RoundedRectangle(box.MoveBy(0, box.Height * 0.075), radius), edge);
        }

        Paint fill = IsLight(p) ? Decor.Down(box, p["accent"], p["deep"]) : Decor.Down(box, p["gold-pale"], p["gold-light"], p["gold"]);
        yield return new PathNode(name, Paths.RoundedRectangle(box, radius), fill);
        var shine = new Box(box.X + (radius * 0.5), box.Y + (box.Height * 0.07), box.Width - radius, box.Height * 0.34);
        yield return new PathNode(name, Paths.RoundedRectangle(shine, shine.Height / 2), Decor.Down(shine, Colour.White with { Alpha = IsLight(p) ? 0.1 : 0.55 }, Colour.White with { Alpha = 0.02 }));
    }

    private static bool IsLight(Palette p) => Contrast.Luminance(p["ground"]) > 0.4;

    // Two soft waves along the bottom edge close the picture and give the stage a floor.
    private static IEnumerable<SceneNode> Hills(StyleCanvas c)
    {
        double w = c.Size.Width, h = c.Size.Height, unit = Math.Min(w * 0.28, h * 0.22);
        var p = c.Palette;
        var isLight = IsLight(p);
        var back = Paths.Format($"M0 {h - (unit * 0.55)}C{w * 0.25} {h - (unit * 1.15)} {w * 0.5} {h - (unit * 0.2)} {w * 0.75} {h - (unit * 0.62)}S{w} {h - (unit * 0.7)} {w} {h - (unit * 0.75)}V{h}H0Z");
        var front = Paths.Format($"M0 {h - (unit * 0.2)}C{w * 0.22} {h - (unit * 0.05)} {w * 0.45} {h - (unit * 0.62)} {w * 0.7} {h - (unit * 0.26)}S{w} {h - (unit * 0.42)} {w} {h - (unit * 0.4)}V{h}H0Z");
        var area = new Box(0, h - unit, w, unit);
        yield return new PathNode("background", back, Decor.Down(area, p["support"] with { Alpha = isLight ? 0.55 : 0.5 }, p["ground"] with { Alpha = 0.1 }));
        yield return new PathNode("background", front, Decor.Down(area, (isLight ? p["support"] : p["lift"]) with { Alpha = isLight ? 0.5 : 0.75 }, (isLight ? p["support"] : p["deep"]) with { Alpha = 0.55 }));
    }
}
