using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles;

/// <summary>高端: a deep calm ground, one light from above, hairlines of gold, serif lettering with air around it.</summary>
public sealed class PremiumStyle : IStyle
{
    public string Id => "premium";

    public string NameEn => "Premium";

    public string NameZh => "高端";

    public string Description => "Deep calm ground under one light, golden hairlines, a dark stage with a lit rim, serif lettering.";

    public ImmutableArray<string> MoodWords =>
        ["高端", "尊贵", "稳重", "典雅", "奢华", "品质", "专业", "沉稳", "premium", "elegant", "luxury", "calm", "trust", "refined", "exclusive"];

    public StagingStyle Staging => new(Satellites: 3, Spread: 0.86, Tilt: 16, Scale: 0.92, GroundWidth: 1.66, GroundDepth: 0.36);

    public Palette Derive(Brand brand, Tone tone)
    {
        var own = Palettes.Primary(brand);
        var chroma = Math.Clamp(own.C, 0.035, 0.085);
        return tone == Tone.Rich
            ? Palettes.Build(brand, own.At(0.15).Chroma(chroma * 0.55), own.At(0.24).Chroma(chroma * 0.8), own.At(0.36).Chroma(chroma), own.At(0.46).Chroma(chroma), new Oklch(0.86, 0.08, 85), new Oklch(0.82, 0.11, 82))
            : Palettes.Build(brand, own.At(0.3).Chroma(chroma), new Oklch(0.945, 0.016, 85), new Oklch(0.985, 0.008, 85), new Oklch(0.88, 0.035, 82), new Oklch(0.99, 0.012, 85), own.At(0.36).Chroma(chroma));
    }

    public IEnumerable<SceneNode> Background(StyleCanvas c)
    {
        var p = c.Palette;
        var isLight = IsLight(p);
        yield return Decor.Cover(c, Decor.Along(c.Size.Bounds, 62, p["lift"], p["ground"], isLight ? p["support"] : p["deep"]));
        yield return Decor.Glow(c, c.Focus.X, c.Focus.Y - (0.3 * c.FocusRadius), 2.3 * c.FocusRadius, 2.6 * c.FocusRadius, isLight ? Colour.White : p["support"], isLight ? 0.95 : 0.75);
        yield return Decor.Glow(c, c.Focus.X, c.Focus.Y + (0.2 * c.FocusRadius), 1.35 * c.FocusRadius, 1.35 * c.FocusRadius, p["gold"], isLight ? 0.2 : 0.3);
        yield return Beam(c);
        foreach (var node in Orbits(c))
        {
            yield return node;
        }

        foreach (var node in Decor.Bokeh(c, 9, p["gold-light"], isLight ? 0.2 : 0.16))
        {
            yield return node;
        }

        if (c.Size.ShortSide >= 200)
        {
            yield return Frame(c);
        }
    }

    public IEnumerable<SceneNode> Stage(StyleCanvas c, Box main)
    {
        var p = c.Palette;
        var isLight = IsLight(p);
        double rx = main.Width * 0.66, top = main.Bottom - (main.Height * 0.04);
        var (light, body, shade) = isLight
            ? (Colour.White, p["lift"], p["support"])
            : (p["support"], p["lift"], p["deep"]);
        foreach (var node in Decor.Plinth(main.CenterX, top + (rx * 0.17), rx * 1.26, rx * 0.12, light, body, shade, p["gold"] with { Alpha = 0.55 }))
        {
            yield return node;
        }

        foreach (var node in Decor.Plinth(main.CenterX, top, rx, rx * 0.17, light, body, shade, p["gold-light"]))
        {
            yield return node;
        }

        yield return Decor.ContactShadow(main.CenterX, top, main.Width * 0.46, main.Width * 0.09, isLight ? p["deep"] : Colour.Black, isLight ? 0.35 : 0.6);
    }

    public TextTreatment Treat(LayoutRole role, Palette p)
    {
        var isLight = IsLight(p);
        return role switch
        {
            LayoutRole.Headline when isLight => new([p["text-deep"], p["ink"]]) { NumberInks = [new Ink(p["gold-deep"], p["gold-deep"])] },
            LayoutRole.Headline => new([new Ink(p["gold-pale"], p["gold"]), p["gold-pale"], Colour.White]) { NumberInks = [new Ink(p["gold-pale"], p["gold-light"])] },
            LayoutRole.Subhead => isLight ? new([p["ink"], Colour.Black]) : new([p["paper"], Colour.White]),
            LayoutRole.Benefit => isLight ? new([p["text-deep"], p["ink"]]) : new([p["gold-light"], p["gold-pale"], Colour.White]),
            LayoutRole.CallToAction => isLight ? new([p["gold-pale"], Colour.White]) : new([p["deep"], p["ink"], Colour.Black]),
            _ => isLight ? new([p["ink"], Colour.Black]) : new([p["paper"], Colour.White]),
        };
    }

    public IEnumerable<SceneNode> Plate(LayoutRole role, Box box, double cornerRadius, Palette p)
    {
        var radius = cornerRadius * box.Height;
        if (role == LayoutRole.Benefit)
        {
            var line = Math.Max(1, box.Height * 0.022);
            yield return new PathNode("benefit-plate", Paths.RoundedRectangle(box, radius), p["gold"] with { Alpha = 0.1 }, new Stroke(p[IsLight(p) ? "gold-deep" : "gold"], line));
            yield break;
        }

        Paint fill = IsLight(p) ? Decor.Along(box, 20, p["deep"], p["accent"]) : Decor.Along(box, 20, p["gold-light"], p["gold-pale"], p["gold"]);
        yield return new PathNode("button", Paths.RoundedRectangle(box, radius), fill, new Stroke(p["gold-pale"] with { Alpha = 0.6 }, Math.Max(1, box.Height * 0.02)));
    }

    private static bool IsLight(Palette p) => Contrast.Luminance(p["ground"]) > 0.4;

    // Concentric hairlines around the focus, as on fine paper.
    private static IEnumerable<SceneNode> Orbits(StyleCanvas c)
    {
        var p = c.Palette;
        var width = Math.Max(0.7, 0.0011 * c.Diagonal);
        for (var i = 0; i < 4; i++)
        {
            var r = c.FocusRadius * (1.18 + (0.34 * i));
            var strength = (IsLight(p) ? 0.5 : 0.42) * Math.Pow(0.72, i);
            var gold = p["gold"];
            yield return new PathNode("decoration", Paths.Circle(c.Focus.X, c.Focus.Y, r), null, new Stroke(
                new LinearGradient(c.Focus.X - r, c.Focus.Y - r, c.Focus.X + r, c.Focus.Y + r,
                    [new(0, gold with { Alpha = strength }), new(0.5, gold with { Alpha = strength * 0.15 }), new(1, p["gold-light"] with { Alpha = strength })]), width));
        }
    }

    private static PathNode Beam(StyleCanvas c)
    {
        double x = c.Focus.X, top = -0.05 * c.Size.Height, bottom = c.Focus.Y + c.FocusRadius, r = c.FocusRadius;
        var light = c.Palette["gold-pale"];
        var strength = IsLight(c.Palette) ? 0.4 : 0.16;
        return new PathNode("background", Paths.Polygon((x - (0.28 * r), top), (x + (0.28 * r), top), (x + (1.25 * r), bottom), (x - (1.25 * r), bottom)),
            new LinearGradient(x, top, x, bottom, [new(0, light with { Alpha = strength }), new(0.65, light with { Alpha = strength * 0.35 }), new(1, light with { Alpha = 0 })]));
    }

    private static PathNode Frame(StyleCanvas c)
    {
        var inset = 0.022 * c.Size.ShortSide;
        return new PathNode("decoration", Paths.Rectangle(c.Size.Bounds.Grow(-inset)), null,
            new Stroke(c.Palette["gold"] with { Alpha = IsLight(c.Palette) ? 0.55 : 0.38 }, Math.Max(0.8, 0.002 * c.Size.ShortSide)));
    }
}
