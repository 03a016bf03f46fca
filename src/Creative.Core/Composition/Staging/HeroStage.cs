using System.Collections.Immutable;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

/// <summary>
/// Puts the painted elements on stage: the main one on its ground with a rim of light, smaller ones around it at several
/// depths. What is further away is smaller and softer; nothing covers text.
/// </summary>
internal static class HeroStage
{
    /// <summary>Width over height from which a canvas is so low that a whole element on its stage would be a speck.</summary>
    private const double StripRatio = 5;

    // Height of the main element of a strip over the canvas: it is cut off below, as in a close-up.
    private const double CloseUp = 1.16;

    /// <summary>Where the visible part of the main element goes, within the hero's box; in a strip it reaches out of it below.</summary>
    public static Box MainBox(Box hero, PaintedElement main, StagingStyle staging, CanvasSize canvas)
    {
        var content = ElementContent.Bounds(main.Image);
        var visible = hero.Intersect(canvas.Bounds);
        if (IsCloseUp(canvas))
        {
            var near = Math.Min(CloseUp * visible.Height / content.Height, 0.92 * visible.Width / content.Width);
            var top = Math.Max(visible.Y + (0.07 * visible.Height), visible.CenterY - (near * content.Height / 2));
            return new Box(visible.CenterX - (near * content.Width / 2), top, near * content.Width, near * content.Height);
        }

        // The ground it stands on belongs to it: both have to fit.
        var height = content.Height + (staging.GroundDepth * content.Width);
        var scale = Math.Min(staging.Scale * visible.Height / height, 0.97 * visible.Width / (staging.GroundWidth * content.Width));
        double w = content.Width * scale, h = content.Height * scale;
        return new Box(visible.CenterX - (w / 2), visible.CenterY - (height * scale / 2), w, h);
    }

    public static IEnumerable<SceneNode> Nodes(StyleCanvas c, Box mainBox, ImmutableArray<PaintedElement> elements, IStyle style, CancellationToken cancellation)
    {
        Satellite[] satellites = [.. Satellites.Ring(c, mainBox, elements, style.Staging), .. SatelliteTrail.Of(c, mainBox, elements, style.Staging)];
        foreach (var far in satellites.Where(s => s.Depth < 0).OrderBy(s => s.Depth))
        {
            yield return far.Node(cancellation);
        }

        var place = ElementContent.Place(elements[0].Image, mainBox);
        var main = new ImageNode("hero", elements[0].For(place.Width, cancellation), place);
        if (style.Staging.Rim > 0)
        {
            yield return Rim(c, main, mainBox, style.Staging.Rim);
        }

        if (!IsCloseUp(c.Size))
        {
            foreach (var node in style.Stage(c, mainBox))
            {
                yield return node;
            }
        }

        yield return main;
        foreach (var near in satellites.Where(s => s.Depth >= 0).OrderBy(s => s.Depth))
        {
            yield return near.Node(cancellation);
        }
    }

    private static bool IsCloseUp(CanvasSize canvas) => canvas.Ratio >= StripRatio;

    // Its own outline, blurred and lit: light from behind that sets it off from the ground. Behind the stage, so that the
    // shadow where it stands stays dark.
    private static ImageNode Rim(StyleCanvas c, ImageNode main, Box box, double strength)
    {
        var side = Math.Max(box.Width, box.Height);
        var reach = 0.022 * side;
        var shape = main.Destination;
        return main with
        {
            Role = "glow",
            Destination = new Box(shape.X - (reach * shape.Width / box.Width), shape.Y - (reach * shape.Height / box.Height), shape.Width * (1 + (2 * reach / box.Width)), shape.Height * (1 + (2 * reach / box.Height))),
            Silhouette = c.Palette.IsLight ? Colour.White : c.Palette["glow"],
            Blur = Math.Max(0.5, 0.03 * side),
            Opacity = strength,
            Blend = c.Palette.IsLight ? Blend.Over : Blend.Screen,
        };
    }
}
