using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Numerics;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles;

/// <summary>清新: morning air over rolling ground, drifting leaves and bubbles, a low white dais, dark green-blue lettering.</summary>
public sealed class FreshStyle : IStyle
{
    public string Id => "fresh";

    public string NameEn => "Fresh";

    public string NameZh => "清新";

    public string Description => "Airy sky over rolling ground, leaves and bubbles, a low white dais, plain dark lettering.";

    public ImmutableArray<string> MoodWords =>
        ["清新", "自然", "轻松", "治愈", "温柔", "健康", "春天", "夏日", "环保", "绿色", "fresh", "natural", "airy", "light", "gentle", "spring", "summer", "healthy", "green"];

    public StagingStyle Staging => new(Satellites: 4, Spread: 0.82, Tilt: 14, Scale: 0.92, GroundWidth: 1.6, GroundDepth: 0.24);

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
        yield return Decor.Cover(c, new LinearGradient(0, 0, 0, h, [new(0, p["ground"]), new(0.62, p["lift"]), new(1, p["lift"])]));
        yield return Decor.Glow(c, c.Focus.X, c.Focus.Y - (0.35 * c.FocusRadius), 2.1 * c.FocusRadius, 2.1 * c.FocusRadius, p["glow"], 0.95);
        yield return Decor.Glow(c, 0.03 * w, 0.02 * h, 0.42 * c.Diagonal, 0.42 * c.Diagonal, Colour.White, 0.6);
        foreach (var node in Clouds(c).Concat(Ground(c)).Concat(Bubbles(c)).Concat(Leaves(c)))
        {
            yield return node;
        }
    }

    public IEnumerable<SceneNode> Stage(StyleCanvas c, Box main)
    {
        var p = c.Palette;
        double rx = main.Width * 0.7, top = main.Bottom - (main.Height * 0.04);
        yield return Decor.ContactShadow(main.CenterX, top + (rx * 0.2), rx * 1.12, rx * 0.24, p["deep"], 0.2);
        foreach (var node in Decor.Plinth(main.CenterX, top, rx, rx * 0.08, Colour.White, p["lift"], p["ground"], Colour.White))
        {
            yield return node;
        }

        yield return Decor.ContactShadow(main.CenterX, top, main.Width * 0.43, main.Width * 0.08, p["deep"], 0.38);
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
            yield return new PathNode("benefit-plate", Paths.RoundedRectangle(box, radius), Colour.White with { Alpha = 0.78 });
            yield break;
        }

        yield return new PathNode("button", Paths.RoundedRectangle(box.MoveBy(0, box.Height * 0.06), radius), p["deep"] with { Alpha = 0.18 });
        yield return new PathNode("button", Paths.RoundedRectangle(box, radius), Decor.Along(box, 12, p["accent"], Oklch.From(p["accent"]).Lighter(-0.07).ToColour()));
    }

    // Heaps of soft discs, high up and away from the text.
    private static IEnumerable<SceneNode> Clouds(StyleCanvas c)
    {
        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 41));
        double w = c.Size.Width, h = c.Size.Height, unit = 0.16 * Math.Min(Math.Sqrt(c.Size.Pixels), 1.6 * c.Size.ShortSide);
        for (var i = 0; i < 4; i++)
        {
            double x = w * (((i + random.Between(0.1, 0.9)) / 4) - 0.02), y = h * random.Between(0.06, 0.34), size = unit * random.Between(0.6, 1.15);
            var puffs = ((double, double, double)[])[(-0.9, 0.14, 0.42), (-0.3, -0.12, 0.6), (0.35, -0.02, 0.52), (0.9, 0.17, 0.36)];
            foreach (var (dx, dy, r) in puffs)
            {
                double px = x + (dx * size), py = y + (dy * size), pr = r * size;
                yield return new PathNode("background", Paths.Circle(px, py, pr), new RadialGradient(px, py - (0.25 * pr), pr * 1.05, pr * 1.05,
                    [new(0, Colour.White with { Alpha = 0.75 }), new(0.6, Colour.White with { Alpha = 0.42 }), new(1, Colour.White with { Alpha = 0 })]));
            }
        }
    }

    // Three rolling rises, each nearer one stronger in colour.
    private static IEnumerable<SceneNode> Ground(StyleCanvas c)
    {
        double w = c.Size.Width, h = c.Size.Height, unit = Math.Min(0.3 * h, 0.34 * w);
        var p = c.Palette;
        foreach (var (lift, bend, strength, flip) in ((double, double, double, bool)[])[(1.0, 0.5, 0.4, false), (0.66, 0.42, 0.6, true), (0.34, 0.3, 0.9, false)])
        {
            double left = h - (unit * (flip ? lift - (bend * 0.6) : lift)), right = h - (unit * (flip ? lift : lift - (bend * 0.5)));
            var path = Paths.Format($"M0 {left}C{w * 0.28} {left - (unit * bend * (flip ? -0.3 : 0.7))} {w * 0.62} {right + (unit * bend * 0.75)} {w} {right}V{h}H0Z");
            yield return new PathNode("background", path, Decor.Down(new Box(0, h - unit, w, unit), p["support"] with { Alpha = strength * 0.75 }, p["support"] with { Alpha = strength * 0.35 }));
        }
    }

    private static IEnumerable<SceneNode> Bubbles(StyleCanvas c)
    {
        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 42));
        for (var i = 0; i < 11; i++)
        {
            var r = c.Diagonal * random.Between(0.006, 0.024);
            double x = random.NextDouble() * c.Size.Width, y = random.NextDouble() * c.Size.Height;
            if (!c.IsFree(new Box(x - r, y - r, 2 * r, 2 * r)))
            {
                continue;
            }

            yield return new PathNode("decoration", Paths.Circle(x, y, r),
                new RadialGradient(x - (0.3 * r), y - (0.35 * r), 1.35 * r, 1.35 * r, [new(0, Colour.White with { Alpha = 0.75 }), new(0.45, Colour.White with { Alpha = 0.12 }), new(1, Colour.White with { Alpha = 0.5 })]));
        }
    }

    private static IEnumerable<SceneNode> Leaves(StyleCanvas c)
    {
        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 43));
        var p = c.Palette;
        for (var i = 0; i < 10; i++)
        {
            var length = Math.Max(7, c.Diagonal * random.Between(0.016, 0.036));
            double x = random.Between(0.02, 0.98) * c.Size.Width, y = random.Between(0.03, 0.9) * c.Size.Height;
            var (sin, cos) = Math.SinCos(random.Between(0, 2 * Math.PI));
            var strength = random.Between(0.55, 0.95);
            if (!c.IsFree(new Box(x - length, y - length, 2 * length, 2 * length)))
            {
                continue;
            }

            (double X, double Y) At(double along, double across) => (x + (length * ((along * cos) - (across * sin))), y + (length * ((along * sin) + (across * cos))));
            var (tip, end, one, two) = (At(-0.5, 0), At(0.5, 0), At(0, -0.42), At(0, 0.42));
            yield return new PathNode("decoration",
                Paths.Format($"M{tip.X} {tip.Y}Q{one.X} {one.Y} {end.X} {end.Y}Q{two.X} {two.Y} {tip.X} {tip.Y}Z"),
                new LinearGradient(tip.X, tip.Y, end.X, end.Y, [new(0, p["accent"] with { Alpha = strength }), new(1, p["support"] with { Alpha = strength })]));
        }
    }
}
