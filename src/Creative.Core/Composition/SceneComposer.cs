using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Concepts;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

/// <summary>A text as it is drawn, with the contrast that was measured for it.</summary>
/// <param name="Contrast">WCAG ratio against the worst 5 % of the pixels under it.</param>
/// <param name="Needed">3 for large text, else 4.5 (WCAG 2.1, 1.4.3).</param>
internal sealed record DrawnText(LayoutRole Role, double Contrast, double Needed);

/// <summary>A finished picture with all that was measured while it was made.</summary>
internal sealed record ComposedPicture(Scene Scene, PixelImage Pixels, ImmutableArray<DrawnText> Texts, Box? MainElement) : IDisposable
{
    public void Dispose() => Pixels.Dispose();
}

/// <summary>Layout + concept + art → scene and pixels. The backdrop is drawn first, so that inks are chosen by what is really under them.</summary>
internal sealed class SceneComposer(IRasterizer rasterizer)
{
    public ComposedPicture Compose(PlannedLayout plan, Concept concept, ConceptArt art, Brand brand, CancellationToken cancellation)
    {
        var (layout, style) = (plan.Layout, StyleTable.Get(concept.Style));
        var canvas = Canvas(layout, concept);
        var nodes = ImmutableArray.CreateBuilder<SceneNode>();
        nodes.AddRange(style.Background(canvas));
        Box? main = null;
        if (layout.Boxes.TryGetValue(LayoutRole.Hero, out var hero))
        {
            main = HeroStage.MainBox(hero, art.Elements[0], style.Staging, layout.Canvas);
            nodes.AddRange(HeroStage.Nodes(canvas, main.Value, art.Elements, style, cancellation));
        }

        foreach (var role in (LayoutRole[])[LayoutRole.Benefit, LayoutRole.CallToAction])
        {
            if (layout.Texts.TryGetValue(role, out var text))
            {
                nodes.AddRange(style.Plate(role, text.Box, brand.CornerRadius, concept.Palette));
            }
        }

        CutOutRule.Check(nodes, layout.Canvas);
        using var bare = rasterizer.Draw(layout.Canvas, nodes, null, cancellation);
        var grounds = Grounds(layout, plan.Content, style, concept, brand, bare).ToImmutableArray();
        nodes.AddRange(grounds);
        using var backdrop = rasterizer.Draw(layout.Canvas, grounds, bare, cancellation);

        var drawn = ImmutableArray.CreateBuilder<DrawnText>();
        var overlay = ImmutableArray.CreateBuilder<SceneNode>();
        foreach (var (role, text) in layout.Texts)
        {
            var (contrast, needed, painted) = Paint(role, text, plan.Content.Texts[role], style, concept.Palette, BackdropContrast.Under(backdrop, text.Ink(plan.Content.Texts[role])));
            drawn.Add(new DrawnText(role, contrast, needed));
            overlay.AddRange(painted);
        }

        nodes.AddRange(overlay);
        var pixels = rasterizer.Draw(layout.Canvas, overlay, backdrop, cancellation);
        return new ComposedPicture(new Scene(layout.Canvas, nodes.ToImmutable()), pixels, drawn.ToImmutable(), main);
    }

    private static StyleCanvas Canvas(RepairedLayout layout, Concept concept)
    {
        var focus = layout.Boxes.TryGetValue(LayoutRole.Hero, out var hero) ? hero.Intersect(layout.Canvas.Bounds) : layout.Texts[LayoutRole.Headline].Box;
        var margin = 0.012 * layout.Canvas.ShortSide;
        var keep = layout.Boxes.Where(b => b.Key != LayoutRole.Hero).Select(b => b.Value.Grow(margin));
        return new StyleCanvas(layout.Canvas, concept.Palette, (focus.CenterX, focus.CenterY), 0.5 * Math.Min(focus.Width, focus.Height), [.. keep], concept.Seed);
    }

    /// <summary>What needs to know how bright the backdrop is: the logo's variant, the AI label's plate, veils under text that could not be read.</summary>
    private static IEnumerable<SceneNode> Grounds(RepairedLayout layout, LayoutContent content, IStyle style, Concept concept, Brand brand, PixelImage bare)
    {
        foreach (var (role, text) in layout.Texts)
        {
            var under = BackdropContrast.Under(bare, text.Ink(content.Texts[role]));
            var needed = Needed(text, content.Texts[role]);
            var treatment = style.Treat(role, concept.Palette);
            if (treatment.Inks.Append(Colour.White).Append(Colour.Black).Any(i => under.Of(i) >= needed))
            {
                continue;
            }

            // Nothing can be read on it as it is: calm the ground under the text, as little as does it.
            var dark = under.Mean < 0.35;
            var veil = role == LayoutRole.AiLabel
                ? (dark ? Colour.Black : Colour.White) with { Alpha = 0.6 }
                : concept.Palette["ground"] with { Alpha = 0.8 };
            yield return Plate("veil", role == LayoutRole.AiLabel ? text.Box : text.Box.Grow(0.25 * text.Size), veil, 0.25);
        }

        if (layout.Logo is { } logo)
        {
            foreach (var node in LogoNodes(logo, layout.Boxes[LayoutRole.Logo], brand, BackdropContrast.Under(bare, layout.Boxes[LayoutRole.Logo]).Mean, concept.Palette))
            {
                yield return node;
            }
        }
    }

    private static IEnumerable<SceneNode> LogoNodes(LogoContent logo, Box box, Brand brand, double luminance, Palette palette)
    {
        var onDark = luminance < 0.3;
        var mono = brand.Logos.FirstOrDefault(l => l.Variant == (onDark ? "mono_light" : "mono_dark"));
        var own = brand.Logos.First(l => l.Variant == logo.Variant);
        if (logo.Variant == "full" && onDark && mono is not null)
        {
            yield return new SvgNode("logo", mono.Svg, box);
            yield break;
        }

        if (onDark)
        {
            // A coloured mark on a dark ground stands on a light tile, as an app's icon does.
            yield return Plate("logo-tile", box.Grow(0.12 * box.Height), palette["paper"], 0.24);
        }

        yield return new SvgNode("logo", own.Svg, box);
    }

    private static (double Contrast, double Needed, IEnumerable<SceneNode> Nodes) Paint(LayoutRole role, PlacedText text, TextContent content, IStyle style, Palette palette, BackdropContrast under)
    {
        var needed = Needed(text, content);
        var treatment = style.Treat(role, palette);
        var ink = Choose(treatment.Inks, under, needed);
        var number = treatment.NumberInks.IsDefaultOrEmpty ? ink : Choose(treatment.NumberInks.Add(ink), under, needed);
        return (Math.Min(under.Of(ink), under.Of(number)), needed, TextPainter.Nodes(role, text, content, treatment, ink, number));
    }

    private static Ink Choose(ImmutableArray<Ink> inks, BackdropContrast under, double needed)
    {
        foreach (var ink in inks)
        {
            if (under.Of(ink) >= needed)
            {
                return ink;
            }
        }

        return under.Of(Colour.White) >= under.Of(Colour.Black) ? Colour.White : Colour.Black;
    }

    // Large text: at least 24 px, or 18.66 px when bold (WCAG 2.1, 1.4.3, at 96 dpi).
    private static double Needed(PlacedText text, TextContent content)
    {
        var bold = content.Settings[0].Lines[0].Segments[0].Face.Weight >= 700;
        return text.Size >= (bold ? 18.66 : 24) ? 3 : 4.5;
    }

    private static PathNode Plate(string role, Box box, Colour colour, double radius) =>
        new(role, Paths.RoundedRectangle(box, radius * box.Height), colour);
}
