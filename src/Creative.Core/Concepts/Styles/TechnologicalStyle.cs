using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Numerics;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles;

/// <summary>科技: a cool lit space with a floor in perspective, rings of light under the hero, glass plates.</summary>
public sealed class TechnologicalStyle : IStyle
{
    public string Id => "technological";

    public string NameEn => "Technological";

    public string NameZh => "科技";

    public string Description => "Cool lit space with a floor in perspective, rings of light, streaks and glass plates.";

    public ImmutableArray<string> MoodWords =>
        ["科技", "智能", "未来", "数字", "高效", "安全", "创新", "tech", "technological", "smart", "digital", "futuristic", "modern", "secure", "innovative"];

    public StagingStyle Staging => new(Satellites: 5, Spread: 0.8, Tilt: 20, Scale: 0.9, GroundWidth: 1.75, GroundDepth: 0.26);

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
        var isLight = IsLight(p);
        yield return Decor.Cover(c, Decor.Along(c.Size.Bounds, 55, isLight ? [p["lift"], p["ground"], p["support"]] : [p["deep"], p["ground"], p["lift"]]));
        yield return Decor.Glow(c, c.Size.Width * 0.96, c.Size.Height * 0.02, 0.5 * c.Diagonal, 0.5 * c.Diagonal, p["support"], isLight ? 0.7 : 0.6);
        yield return Decor.Glow(c, c.Focus.X, c.Focus.Y, 2 * c.FocusRadius, 2 * c.FocusRadius, isLight ? Colour.White : p["glow"], isLight ? 0.95 : 0.5);
        foreach (var node in Floor(c).Concat(Streaks(c)).Concat(Panels(c)))
        {
            yield return node;
        }
    }

    public IEnumerable<SceneNode> Stage(StyleCanvas c, Box main)
    {
        var p = c.Palette;
        double x = main.CenterX, y = main.Bottom - (main.Height * 0.035), rx = main.Width * 0.62;
        var isLight = IsLight(p);
        foreach (var (grow, strength) in ((double, double)[])[(1.75, 0.25), (1.4, 0.5), (1.08, 0.95)])
        {
            var line = (isLight ? p["accent"] : p["accent"]) with { Alpha = strength };
            yield return new PathNode("stage", Paths.Ellipse(x, y, rx * grow, rx * grow * 0.23),
                new RadialGradient(x, y, rx * grow, rx * grow * 0.23, [new(0, p["glow"] with { Alpha = 0.02 }), new(0.7, p["glow"] with { Alpha = 0.06 }), new(1, p["accent"] with { Alpha = strength * 0.3 })]),
                new Stroke(new LinearGradient(x - (rx * grow), y, x + (rx * grow), y, [new(0, line with { Alpha = 0.1 }), new(0.5, line), new(1, line with { Alpha = 0.1 })]), Math.Max(1, rx * 0.014)));
        }

        foreach (var node in Decor.Plinth(x, y, rx * 0.86, rx * 0.13,
                     isLight ? Colour.White : p["lift"], isLight ? p["ground"] : p["ground"], isLight ? p["support"] : p["deep"], isLight ? Colour.White : p["glow"]))
        {
            yield return node;
        }

        yield return Decor.ContactShadow(x, y, main.Width * 0.44, main.Width * 0.085, p["deep"], isLight ? 0.4 : 0.65);
    }

    public TextTreatment Treat(LayoutRole role, Palette p)
    {
        var isLight = IsLight(p);
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
        var isLight = IsLight(p);
        if (role == LayoutRole.Benefit)
        {
            var glass = isLight ? Colour.White : p["glow"];
            yield return new PathNode("benefit-plate", Paths.RoundedRectangle(box, radius),
                Decor.Down(box, glass with { Alpha = isLight ? 0.85 : 0.22 }, glass with { Alpha = isLight ? 0.55 : 0.08 }),
                new Stroke((isLight ? p["accent"] : Colour.White) with { Alpha = 0.45 }, Math.Max(1, box.Height * 0.022)));
            yield break;
        }

        Paint fill = isLight ? Decor.Along(box, 15, p["accent"], p["deep"]) : Decor.Along(box, 15, p["accent"], p["glow"]);
        yield return new PathNode("button", Paths.RoundedRectangle(box.Grow(box.Height * 0.09), radius * 1.18), (isLight ? p["accent"] : p["glow"]) with { Alpha = 0.22 });
        yield return new PathNode("button", Paths.RoundedRectangle(box, radius), fill);
        var shine = new Box(box.X + (radius * 0.5), box.Y + (box.Height * 0.06), box.Width - radius, box.Height * 0.36);
        yield return new PathNode("button", Paths.RoundedRectangle(shine, shine.Height / 2), Decor.Down(shine, Colour.White with { Alpha = 0.35 }, Colour.White with { Alpha = 0 }));
    }

    private static bool IsLight(Palette p) => Contrast.Luminance(p["ground"]) > 0.4;

    // A grid that runs to the horizon below the focus.
    private static IEnumerable<SceneNode> Floor(StyleCanvas c)
    {
        double w = c.Size.Width, h = c.Size.Height, horizon = Math.Min(0.72 * h, c.Focus.Y + (0.55 * c.FocusRadius));
        if (h - horizon < 12)
        {
            yield break;
        }

        var colour = c.Palette["accent"];
        var strength = IsLight(c.Palette) ? 0.16 : 0.3;
        var paint = new LinearGradient(0, horizon, 0, h, [new(0, colour with { Alpha = 0 }), new(1, colour with { Alpha = strength })]);
        var lines = new System.Text.StringBuilder();
        for (var i = -9; i <= 9; i++)
        {
            lines.Append(Paths.Format($"M{c.Focus.X + (i * w * 0.022)} {horizon}L{c.Focus.X + (i * w * 0.19)} {h}"));
        }

        for (var i = 1; i <= 7; i++)
        {
            var y = horizon + ((h - horizon) * Math.Pow(i / 7.0, 2.1));
            lines.Append(Paths.Format($"M0 {y}H{w}"));
        }

        yield return new PathNode("background", lines.ToString(), null, new Stroke(paint, Math.Max(0.8, 0.0012 * c.Diagonal)));
    }

    private static IEnumerable<SceneNode> Streaks(StyleCanvas c)
    {
        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 21));
        var p = c.Palette;
        for (var i = 0; i < 9; i++)
        {
            double length = c.Diagonal * random.Between(0.1, 0.3), width = Math.Max(0.8, c.Diagonal * random.Between(0.0008, 0.003));
            double x = random.Between(-0.05, 1) * c.Size.Width, y = random.Between(0, 1) * c.Size.Height;
            var (dx, dy) = (length * 0.82, -length * 0.57);
            var colour = random.NextDouble() < 0.5 ? p["accent"] : p["support"];
            var strength = (IsLight(p) ? 0.3 : 0.5) * random.Between(0.4, 1);
            if (!c.IsFree(new Box(x, y + dy, dx, -dy)))
            {
                continue;
            }

            yield return new PathNode("decoration", Paths.Format($"M{x} {y}L{x + dx} {y + dy}"), null,
                new Stroke(new LinearGradient(x, y, x + dx, y + dy, [new(0, colour with { Alpha = 0 }), new(0.8, colour with { Alpha = strength }), new(1, Colour.White with { Alpha = strength })]), width));
        }
    }

    // Panes of glass behind the hero give depth.
    private static IEnumerable<SceneNode> Panels(StyleCanvas c)
    {
        var p = c.Palette;
        var r = c.FocusRadius;
        var alpha = IsLight(p) ? 0.55 : 0.13;
        foreach (var (dx, dy, w, h) in ((double, double, double, double)[])[(-1.18, -0.72, 0.92, 0.62), (0.5, -0.98, 0.78, 0.5), (0.62, 0.1, 0.66, 0.44)])
        {
            var box = new Box(c.Focus.X + (dx * r), c.Focus.Y + (dy * r), w * r, h * r);
            if (!c.IsFree(box))
            {
                continue;
            }

            yield return new PathNode("decoration", Paths.RoundedRectangle(box, 0.09 * r),
                Decor.Along(box, 50, Colour.White with { Alpha = alpha }, Colour.White with { Alpha = alpha * 0.25 }),
                new Stroke(Colour.White with { Alpha = Math.Min(0.9, alpha * 2.2) }, Math.Max(0.8, 0.008 * r)));
            var bar = new Box(box.X + (0.12 * box.Width), box.Y + (0.2 * box.Height), 0.5 * box.Width, 0.1 * box.Height);
            var ink = (IsLight(p) ? p["accent"] : Colour.White) with { Alpha = IsLight(p) ? 0.22 : 0.3 };
            yield return new PathNode("decoration", Paths.RoundedRectangle(bar, bar.Height), ink);
            yield return new PathNode("decoration", Paths.RoundedRectangle(bar.MoveBy(0, 2 * bar.Height) with { Width = 0.34 * box.Width }, bar.Height), ink with { Alpha = ink.Alpha * 0.6 });
        }
    }
}
