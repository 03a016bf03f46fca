using Creative.Core.Brands;
using Creative.Core.Concepts.Styles.Parts;
using Creative.Core.Concepts.Styles.Scenery;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles;

/// <summary>热闹: warm ground, light rays, confetti, a golden stage, thick lettering that stands out like a sign.</summary>
public sealed class FestiveStyle : IStyle
{
    public StyleIdentity Identity { get; } = new(
        "festive", "Festive", "热闹", "Warm ground with light rays, confetti and a golden stage; thick raised lettering.",
        ["热闹", "喜庆", "活泼", "欢乐", "节日", "促销", "红火", "lively", "festive", "fun", "joyful", "celebration", "energetic", "sale", "playful"]);

    public StagingStyle Staging => new(Satellites: 6, Spread: 0.74, Tilt: 26, Scale: 0.94, GroundWidth: 1.52, GroundDepth: 0.34, Trail: 5, Rim: 0.42);

    public Palette Derive(Brand brand, Tone tone)
    {
        // "Lively" is warm; the brand's own warmest colour carries it, so that it stays the brand's picture. Dark yellow is
        // brown and dark green is not lively: brands without a red or an orange get the red of the feast.
        var own = Palettes.Nearest(brand, 32);
        var warm = own.H is < 48 or > 350 ? own : own.At(0.6).Turn(30 - own.H);
        return tone == Tone.Rich
            ? Palettes.Build(brand, warm.At(0.39).Chroma(0.16), warm.At(0.53).Chroma(0.212), warm.At(0.595).Turn(4).Chroma(0.21), warm.At(0.72).Turn(22).Chroma(0.17), warm.At(0.9).Turn(52).Chroma(0.11), warm.At(0.86).Turn(62).Chroma(0.16))
            : Palettes.Build(brand, warm.At(0.5).Chroma(0.2), warm.At(0.93).Turn(28).Chroma(0.05), warm.At(0.975).Turn(40).Chroma(0.025), warm.At(0.86).Turn(18).Chroma(0.1), warm.At(0.99).Turn(60).Chroma(0.03), warm.At(0.555).Chroma(0.22));
    }

    public IEnumerable<SceneNode> Background(StyleCanvas c)
    {
        var p = c.Palette;
        var isLight = p.IsLight;
        yield return Fills.Cover(c, new RadialGradient(c.Focus.X, c.Focus.Y, 0.8 * c.Diagonal, 0.8 * c.Diagonal,
            [new(0, p["lift"]), new(0.42, p["ground"]), new(1, isLight ? p["support"] : p["deep"])]));
        yield return Lights.Rays(c, 18, 0.46, isLight ? p["support"] : p["glow"], isLight ? 0.5 : 0.2);
        yield return Lights.Glow(c, c.Focus.X, c.Focus.Y, 1.55 * c.FocusRadius, 1.55 * c.FocusRadius, p["glow"], isLight ? 0.9 : 0.62);
        foreach (var node in FestiveScenery.Hills(c))
        {
            yield return node;
        }

        var count = (int)(26 + (0.03 * Math.Sqrt(c.Size.Pixels)));
        foreach (var node in Scatter.Confetti(c, count, p["gold-light"], p["gold"], p["accent"], isLight ? p["deep"] : p["gold-pale"], p["support"]))
        {
            yield return node;
        }
    }

    public IEnumerable<SceneNode> Stage(StyleCanvas c, Box main)
    {
        var p = c.Palette;
        var isLight = p.IsLight;
        double rx = main.Width * 0.62, top = main.Bottom - (main.Height * 0.045);
        foreach (var node in Plinth.Round(main.CenterX, top + (rx * 0.16), rx * 1.22, rx * 0.2, p["support"], isLight ? p["accent"] : p["ground"], p["deep"], p["gold-light"]))
        {
            yield return node;
        }

        foreach (var node in Plinth.Round(main.CenterX, top, rx, rx * 0.17, p["gold-pale"], p["gold"], p["gold-deep"], p["gold-pale"]))
        {
            yield return node;
        }

        yield return Lights.ContactShadow(main.CenterX, top, main.Width * 0.44, main.Width * 0.085, p["deep"], 0.55);
    }

    public TextTreatment Treat(LayoutRole role, Palette p)
    {
        var isLight = p.IsLight;
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
            LayoutRole.Benefit => isLight ? new([p["text-deep"], p["ink"], Colour.Black]) : new([p["gold-pale"], Colour.White]),
            LayoutRole.CallToAction => isLight ? new([Colour.White, p["gold-pale"], p["ink"]]) : new([p["text-deep"], p["ink"], Colour.Black]),
            _ => new([p["text"], isLight ? p["ink"] : Colour.White, Colour.Black]),
        };
    }

    public IEnumerable<SceneNode> Plate(LayoutRole role, Box box, double cornerRadius, Palette p)
    {
        var radius = cornerRadius * box.Height;
        if (role == LayoutRole.Benefit)
        {
            // A coupon, and no second button: what is offered, not where to press.
            yield return new PathNode("benefit-plate", Coupon(box), p.IsLight ? Colour.White with { Alpha = 0.85 } : p["deep"] with { Alpha = 0.72 },
                new Stroke(p[p.IsLight ? "accent" : "gold-light"], Math.Max(1, 0.028 * box.Height)));
            yield break;
        }

        const string name = "button";
        yield return new PathNode(name, Paths.RoundedRectangle(box.MoveBy(0, box.Height * 0.075), radius), p.IsLight ? p["text-deep"] : p["gold-deep"]);
        Paint fill = p.IsLight ? Fills.Down(box, p["accent"], p["deep"]) : Fills.Down(box, p["gold-pale"], p["gold-light"], p["gold"]);
        yield return new PathNode(name, Paths.RoundedRectangle(box, radius), fill);
        var shine = new Box(box.X + (radius * 0.5), box.Y + (box.Height * 0.07), box.Width - radius, box.Height * 0.34);
        yield return new PathNode(name, Paths.RoundedRectangle(shine, shine.Height / 2), Fills.Down(shine, Colour.White with { Alpha = p.IsLight ? 0.1 : 0.55 }, Colour.White with { Alpha = 0.02 }));
    }

    // A ticket: rounded, with a notch in the middle of each side.
    private static string Coupon(Box b)
    {
        double r = 0.16 * b.Height, notch = 0.13 * b.Height, y = b.CenterY;
        return Paths.Format($"M{b.X + r} {b.Y}H{b.Right - r}Q{b.Right} {b.Y} {b.Right} {b.Y + r}V{y - notch}A{notch} {notch} 0 0 0 {b.Right} {y + notch}V{b.Bottom - r}Q{b.Right} {b.Bottom} {b.Right - r} {b.Bottom}H{b.X + r}Q{b.X} {b.Bottom} {b.X} {b.Bottom - r}V{y + notch}A{notch} {notch} 0 0 0 {b.X} {y - notch}V{b.Y + r}Q{b.X} {b.Y} {b.X + r} {b.Y}Z");
    }
}
