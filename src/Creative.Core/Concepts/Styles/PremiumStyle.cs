using Creative.Core.Brands;
using Creative.Core.Concepts.Styles.Parts;
using Creative.Core.Concepts.Styles.Scenery;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles;

/// <summary>高端: a deep calm ground, one light from above, hairlines of gold, serif lettering with air around it.</summary>
public sealed class PremiumStyle : IStyle
{
    public StyleIdentity Identity { get; } = new(
        "premium", "Premium", "高端", "Deep calm ground under one light, golden hairlines, a dark stage with a lit rim, serif lettering.",
        ["高端", "尊贵", "稳重", "典雅", "奢华", "品质", "专业", "沉稳", "premium", "elegant", "luxury", "calm", "trust", "refined", "exclusive"]);

    public StagingStyle Staging => new(Satellites: 3, Spread: 0.86, Tilt: 16, Scale: 0.92, GroundWidth: 1.66, GroundDepth: 0.36, Trail: 2, Rim: 0.25);

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
        var isLight = p.IsLight;
        yield return Fills.Cover(c, Fills.Along(c.Size.Bounds, 62, p["lift"], p["ground"], isLight ? p["support"] : p["deep"]));
        yield return Lights.Glow(c, c.Focus.X, c.Focus.Y - (0.3 * c.FocusRadius), 2.3 * c.FocusRadius, 2.6 * c.FocusRadius, isLight ? Colour.White : p["support"], isLight ? 0.95 : 0.75);
        yield return Lights.Glow(c, c.Focus.X, c.Focus.Y + (0.2 * c.FocusRadius), 1.35 * c.FocusRadius, 1.35 * c.FocusRadius, p["gold"], isLight ? 0.2 : 0.3);
        yield return PremiumScenery.Beam(c);
        foreach (var node in PremiumScenery.Orbits(c))
        {
            yield return node;
        }

        foreach (var node in Scatter.Bokeh(c, 9, p["gold-light"], isLight ? 0.2 : 0.16))
        {
            yield return node;
        }

        if (c.Size.ShortSide >= 200)
        {
            yield return PremiumScenery.Frame(c);
        }
    }

    public IEnumerable<SceneNode> Stage(StyleCanvas c, Box main)
    {
        var p = c.Palette;
        var isLight = p.IsLight;
        double rx = main.Width * 0.66, top = main.Bottom - (main.Height * 0.04);
        var (light, body, shade) = isLight
            ? (Colour.White, p["lift"], p["support"])
            : (p["support"], p["lift"], p["deep"]);
        foreach (var node in Plinth.Round(main.CenterX, top + (rx * 0.17), rx * 1.26, rx * 0.12, light, body, shade, p["gold"] with { Alpha = 0.55 }))
        {
            yield return node;
        }

        foreach (var node in Plinth.Round(main.CenterX, top, rx, rx * 0.17, light, body, shade, p["gold-light"]))
        {
            yield return node;
        }

        yield return Lights.ContactShadow(main.CenterX, top, main.Width * 0.46, main.Width * 0.09, isLight ? p["deep"] : Colour.Black, isLight ? 0.35 : 0.6);
    }

    public TextTreatment Treat(LayoutRole role, Palette p)
    {
        var isLight = p.IsLight;
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
            yield return new PathNode("benefit-plate", Paths.RoundedRectangle(box, radius), p["gold"] with { Alpha = 0.1 }, new Stroke(p[p.IsLight ? "gold-deep" : "gold"], line));
            yield break;
        }

        Paint fill = p.IsLight ? Fills.Along(box, 20, p["deep"], p["accent"]) : Fills.Along(box, 20, p["gold-light"], p["gold-pale"], p["gold"]);
        yield return new PathNode("button", Paths.RoundedRectangle(box, radius), fill, new Stroke(p["gold-pale"] with { Alpha = 0.6 }, Math.Max(1, box.Height * 0.02)));
    }
}
