using Creative.Core.Brands;
using Creative.Core.Concepts.Styles.Parts;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles;

/// <summary>极简: one flat ground and one large disc; nothing else but the hero, its shadow and large plain lettering.</summary>
public sealed class MinimalStyle : IStyle
{
    public StyleIdentity Identity { get; } = new(
        "minimal", "Minimal", "极简", "Flat ground, one disc behind the hero, large plain lettering and much air.",
        ["极简", "简约", "简洁", "干净", "留白", "克制", "现代感", "minimal", "minimalist", "simple", "clean", "plain", "understated", "quiet"]);

    public StagingStyle Staging => new(Satellites: 1, Spread: 0.72, Tilt: 10, Scale: 0.8, GroundWidth: 1.3, GroundDepth: 0.16, Trail: 0, Rim: 0);

    public Palette Derive(Brand brand, Tone tone)
    {
        var own = Palettes.Primary(brand);
        var chroma = Math.Clamp(own.C, 0.02, 0.21);

        // A flat ground carries the whole picture, so it is the brand's own colour, as bright as white text allows, or a
        // paper tinted with it.
        var ground = Palettes.UnderWhite(own.Chroma(chroma));
        return tone == Tone.Rich
            ? Palettes.Build(brand, ground.At(0.26).Chroma(chroma * 0.5), ground, ground.Lighter(0.075), ground.Lighter(0.12), ground.At(0.9).Chroma(0.04), new Oklch(0.975, 0.012, own.H))
            : Palettes.Build(brand, own.At(0.27).Chroma(chroma * 0.4), new Oklch(0.965, 0.006, own.H), new Oklch(0.985, 0.004, own.H), own.At(0.87).Chroma(Math.Min(0.09, chroma)), own.At(0.99).Chroma(0.008), own.At(Math.Min(own.L, 0.5)).Chroma(chroma));
    }

    public IEnumerable<SceneNode> Background(StyleCanvas c)
    {
        var p = c.Palette;
        yield return Fills.Cover(c, p["ground"]);
        if (c.HasHero)
        {
            // The disc may shrink a little rather than touch words.
            var free = c.Keep.Select(k => Distance(k, c.Focus)).DefaultIfEmpty(double.PositiveInfinity).Min();
            var radius = Math.Clamp(0.97 * free, 0.86 * c.FocusRadius, 1.02 * c.FocusRadius);
            yield return new PathNode("background", Paths.Circle(c.Focus.X, c.Focus.Y, radius), p.IsLight ? p["support"] : p["lift"]);
        }
    }

    public IEnumerable<SceneNode> Stage(StyleCanvas c, Box main)
    {
        var p = c.Palette;
        var y = main.Bottom - (main.Height * 0.01);
        yield return Lights.ContactShadow(main.CenterX, y, main.Width * 0.58, main.Width * 0.1, p["deep"], p.IsLight ? 0.28 : 0.5);
        yield return Lights.ContactShadow(main.CenterX, y - (main.Width * 0.01), main.Width * 0.36, main.Width * 0.05, p["deep"], p.IsLight ? 0.4 : 0.6);
    }

    public TextTreatment Treat(LayoutRole role, Palette p)
    {
        var isLight = p.IsLight;
        return role switch
        {
            LayoutRole.Headline => isLight
                ? new([p["ink"], Colour.Black]) { NumberInks = [p["accent"], p["text-deep"], p["ink"]] }
                : new([p["paper"], Colour.White]),
            LayoutRole.Benefit => isLight ? new([p["accent"], p["text-deep"], p["ink"], Colour.Black]) : new([p["paper"], Colour.White]),
            LayoutRole.CallToAction => isLight ? new([Colour.White, p["paper"]]) : new([p["text-deep"], p["ink"], Colour.Black]),
            _ => isLight ? new([p["ink"], Colour.Black]) : new([p["paper"], Colour.White]),
        };
    }

    public IEnumerable<SceneNode> Plate(LayoutRole role, Box box, double cornerRadius, Palette p)
    {
        var isLight = p.IsLight;
        if (role == LayoutRole.Benefit)
        {
            var ink = isLight ? p["accent"] : p["paper"];
            yield return new PathNode("benefit-plate", Paths.RoundedRectangle(box, Math.Min(cornerRadius, 0.22) * box.Height), null, new Stroke(ink with { Alpha = 0.9 }, Math.Max(1, 0.03 * box.Height)));
            yield break;
        }

        yield return new PathNode("button", Paths.RoundedRectangle(box, Math.Min(cornerRadius, 0.22) * box.Height), isLight ? p["accent"] : p["paper"]);
    }

    private static double Distance(Box box, (double X, double Y) point)
    {
        var dx = Math.Max(0, Math.Max(box.X - point.X, point.X - box.Right));
        var dy = Math.Max(0, Math.Max(box.Y - point.Y, point.Y - box.Bottom));
        return Math.Sqrt((dx * dx) + (dy * dy));
    }
}
