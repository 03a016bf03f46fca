using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Concepts;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

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
                var plate = style.Plate(role, text.Box, brand.CornerRadius, concept.Palette);
                nodes.AddRange(role == LayoutRole.CallToAction ? ButtonPlates.For(plate, brand.ButtonStyle, text.Box) : plate);
            }
        }

        CutOutRule.Check(nodes, layout.Canvas);
        using var bare = rasterizer.Draw(layout.Canvas, nodes, null, cancellation);
        ImmutableArray<SceneNode> grounds = [.. TextGrounds.Nodes(plan, style, concept.Palette, brand, bare), .. LogoPlacement.Nodes(layout, brand, concept.Palette, bare)];
        nodes.AddRange(grounds);
        using var backdrop = rasterizer.Draw(layout.Canvas, grounds, bare, cancellation);

        var drawn = ImmutableArray.CreateBuilder<DrawnText>();
        var overlay = ImmutableArray.CreateBuilder<SceneNode>();
        foreach (var (role, text) in layout.Texts)
        {
            var (measured, painted) = TextPainter.Paint(role, text, plan.Content.Texts[role], style, concept.Palette, BackdropContrast.Under(backdrop, text.Ink(plan.Content.Texts[role])));
            drawn.Add(measured);
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
        return new StyleCanvas(layout.Canvas, concept.Palette, (focus.CenterX, focus.CenterY), 0.5 * Math.Min(focus.Width, focus.Height), [.. keep], concept.Seed) { HasHero = hero.Area > 0 };
    }
}
