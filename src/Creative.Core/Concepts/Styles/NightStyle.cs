using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Numerics;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles;

/// <summary>夜场大促: a dark hall with crossing spotlights, neon tubes around the hero, a dotted screen and lettering lit like a sign.</summary>
public sealed class NightStyle : IStyle
{
    public string Id => "night";

    public string NameEn => "Night festival";

    public string NameZh => "夜场大促";

    public string Description => "Dark hall with crossing spotlights, neon tubes, a dotted screen; lettering lit like a sign.";

    public ImmutableArray<string> MoodWords =>
        ["夜场", "大促", "夜市", "霓虹", "狂欢", "派对", "限时", "秒杀", "双十一", "双11", "618", "night", "neon", "party", "flash sale", "midnight", "black friday", "electric", "bold"];

    public StagingStyle Staging => new(Satellites: 6, Spread: 0.78, Tilt: 28, Scale: 0.9, GroundWidth: 1.6, GroundDepth: 0.26);

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
        yield return Decor.Cover(c, new RadialGradient(c.Focus.X, c.Focus.Y, 0.78 * c.Diagonal, 0.78 * c.Diagonal, [new(0, p["lift"]), new(0.45, p["ground"]), new(1, p["deep"])]));
        yield return Decor.Glow(c, c.Focus.X, c.Focus.Y, 1.7 * c.FocusRadius, 1.7 * c.FocusRadius, p["support"], 0.42);
        foreach (var node in Spotlights(c).Concat(Screen(c)).Concat(Tubes(c)))
        {
            yield return node;
        }

        foreach (var node in Decor.Bokeh(c, 12, p["glow"], 0.26).Concat(Decor.Confetti(c, 22, p["support"], p["glow"], p["accent"], Colour.White)))
        {
            yield return node;
        }
    }

    public IEnumerable<SceneNode> Stage(StyleCanvas c, Box main)
    {
        var p = c.Palette;
        double x = main.CenterX, y = main.Bottom - (main.Height * 0.035), rx = main.Width * 0.66;
        foreach (var node in Decor.Plinth(x, y, rx, rx * 0.16, p["lift"], p["ground"], p["deep"], p["glow"]))
        {
            yield return node;
        }

        foreach (var (grow, width, alpha) in ((double, double, double)[])[(1.22, 0.07, 0.18), (1.22, 0.03, 0.5), (1.22, 0.012, 1)])
        {
            var tint = alpha == 1 ? Oklch.From(p["support"]).Lighter(0.2).ToColour() : p["support"];
            yield return new PathNode("stage", Paths.Ellipse(x, y + (rx * 0.16), rx * grow, rx * grow * 0.21), null, new Stroke(tint with { Alpha = alpha }, Math.Max(1, rx * width)));
        }

        yield return Decor.ContactShadow(x, y, main.Width * 0.44, main.Width * 0.085, Colour.Black, 0.6);
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
            yield return new PathNode("benefit-plate", Paths.Polygon((box.X + slant, box.Y), (box.Right, box.Y), (box.Right - slant, box.Bottom), (box.X, box.Bottom)), Decor.Along(box, 0, p["accent"], Oklch.From(p["accent"]).Lighter(0.06).ToColour()));
            yield break;
        }

        var radius = cornerRadius * box.Height;
        yield return new PathNode("button", Paths.RoundedRectangle(box.Grow(0.1 * box.Height), radius * 1.2), p["support"] with { Alpha = 0.28 });
        yield return new PathNode("button", Paths.RoundedRectangle(box, radius), Decor.Along(box, 8, Oklch.From(p["support"]).At(0.55).ToColour(), Oklch.From(p["support"]).At(0.47).Turn(-22).ToColour()), new Stroke(p["glow"] with { Alpha = 0.9 }, Math.Max(1, 0.035 * box.Height)));
    }

    // Beams from two lamps above that cross behind the hero.
    private static IEnumerable<SceneNode> Spotlights(StyleCanvas c)
    {
        var p = c.Palette;
        double h = c.Size.Height, reach = c.Focus.Y + c.FocusRadius;
        foreach (var (from, to, spread, colour) in ((double, double, double, string)[])[(-1.5, 0.35, 0.55, "support"), (1.5, -0.35, 0.55, "glow"), (-0.5, -0.9, 0.4, "glow"), (0.5, 0.9, 0.4, "support")])
        {
            double x = c.Focus.X + (from * c.FocusRadius), end = c.Focus.X + (to * c.FocusRadius), half = spread * c.FocusRadius;
            yield return new PathNode("background",
                Paths.Polygon((x - (0.05 * c.FocusRadius), -0.02 * h), (x + (0.05 * c.FocusRadius), -0.02 * h), (end + half, reach), (end - half, reach)),
                new LinearGradient(x, 0, end, reach, [new(0, p[colour] with { Alpha = 0.4 }), new(0.7, p[colour] with { Alpha = 0.1 }), new(1, p[colour] with { Alpha = 0 })]));
        }
    }

    // Dots that grow towards the lower edge: the screen behind a stage.
    private static IEnumerable<SceneNode> Screen(StyleCanvas c)
    {
        var pitch = Math.Max(7, 0.022 * Math.Sqrt(c.Size.Pixels));
        double top = 0.62 * c.Size.Height;
        var path = new System.Text.StringBuilder();
        for (var row = 0; top + (row * pitch) < c.Size.Height + pitch; row++)
        {
            var y = top + (row * pitch);
            var r = pitch * 0.34 * Math.Min(1, (y - top + pitch) / (0.4 * c.Size.Height));
            for (var x = row % 2 * pitch / 2; x < c.Size.Width + pitch; x += pitch)
            {
                path.Append(Paths.Format($"M{x} {y - r}L{x + r} {y}L{x} {y + r}L{x - r} {y}Z"));
            }
        }

        var p = c.Palette;
        if (path.Length > 0)
        {
            yield return new PathNode("background", path.ToString(), new LinearGradient(0, top, 0, c.Size.Height, [new(0, p["support"] with { Alpha = 0 }), new(1, p["support"] with { Alpha = 0.3 })]));
        }
    }

    // Tubes bent into an arch around the hero: a wide faint line, a narrower one, a bright core.
    private static IEnumerable<SceneNode> Tubes(StyleCanvas c)
    {
        var p = c.Palette;
        var r = c.FocusRadius;
        foreach (var (scale, colour) in ((double, string)[])[(1.12, "support"), (0.98, "glow")])
        {
            double w = 0.86 * r * scale, top = c.Focus.Y - (r * scale), bottom = c.Focus.Y + (0.8 * r), k = 0.5523 * w;
            var arch = Paths.Format($"M{c.Focus.X - w} {bottom}V{top + w}C{c.Focus.X - w} {top + w - k} {c.Focus.X - k} {top} {c.Focus.X} {top}C{c.Focus.X + k} {top} {c.Focus.X + w} {top + w - k} {c.Focus.X + w} {top + w}V{bottom}");
            foreach (var (width, alpha, bright) in ((double, double, double)[])[(0.12, 0.12, 0), (0.06, 0.25, 0), (0.022, 1, 0.14)])
            {
                yield return new PathNode("decoration", arch, null, new Stroke(Oklch.From(p[colour]).Lighter(bright).ToColour() with { Alpha = alpha }, Math.Max(1, width * r)));
            }
        }

        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 51));
        for (var i = 0; i < 7; i++)
        {
            double length = c.Diagonal * random.Between(0.03, 0.09), x = random.NextDouble() * c.Size.Width, y = random.NextDouble() * 0.9 * c.Size.Height;
            if (!c.IsFree(new Box(x, y - (0.6 * length), length, 0.6 * length)))
            {
                continue;
            }

            var line = Paths.Format($"M{x} {y}L{x + (0.86 * length)} {y - (0.5 * length)}");
            var colour = p[random.NextDouble() < 0.5 ? "support" : "glow"];
            yield return new PathNode("decoration", line, null, new Stroke(colour with { Alpha = 0.22 }, Math.Max(2, 0.009 * c.Diagonal)));
            yield return new PathNode("decoration", line, null, new Stroke(Oklch.From(colour).Lighter(0.12).ToColour(), Math.Max(1, 0.0028 * c.Diagonal)));
        }
    }
}
