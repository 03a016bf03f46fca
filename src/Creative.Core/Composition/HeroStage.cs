using System.Collections.Immutable;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

/// <summary>
/// Puts the painted elements on stage: the main one on its ground, smaller ones around it at several depths. What is
/// further away is smaller and softer; nothing covers text.
/// </summary>
internal static class HeroStage
{
    // Angles (degrees, 0 right, clockwise), distance and size of satellites relative to the main element, and depth:
    // negative is behind it. Chosen by eye for an uneven, falling rhythm.
    private static readonly (double Angle, double Distance, double Size, double Depth)[] Ring =
    [
        (-148, 1.00, 0.34, -0.6), (24, 1.02, 0.40, 0.5), (-38, 1.10, 0.27, -1.0), (160, 0.98, 0.30, 0.8),
        (-96, 1.12, 0.22, -1.4), (-12, 1.34, 0.20, -1.2), (-168, 1.38, 0.19, -1.5),
    ];

    /// <summary>Where the visible part of the main element goes, within the hero's box.</summary>
    public static Box MainBox(Box hero, PaintedElement main, StagingStyle staging, CanvasSize canvas)
    {
        var content = ElementContent.Bounds(main.Image);
        var visible = hero.Intersect(canvas.Bounds);

        // The ground it stands on belongs to it: both have to fit.
        var height = content.Height + (staging.GroundDepth * content.Width);
        var scale = Math.Min(staging.Scale * visible.Height / height, 1.02 * visible.Width / (staging.GroundWidth * content.Width));
        double w = content.Width * scale, h = content.Height * scale;
        return new Box(visible.CenterX - (w / 2), visible.CenterY - (height * scale / 2), w, h);
    }

    public static IEnumerable<SceneNode> Nodes(StyleCanvas c, Box mainBox, ImmutableArray<PaintedElement> elements, IStyle style, CancellationToken cancellation)
    {
        var satellites = Satellites(c, mainBox, elements, style.Staging, cancellation).ToArray();
        foreach (var (_, node) in satellites.Where(s => s.Depth < 0).OrderBy(s => s.Depth))
        {
            yield return node;
        }

        foreach (var node in style.Stage(c, mainBox))
        {
            yield return node;
        }

        var place = Place(elements[0].Image, mainBox);
        yield return new ImageNode("hero", elements[0].For(place.Width, cancellation), place);
        foreach (var (_, node) in satellites.Where(s => s.Depth >= 0).OrderBy(s => s.Depth))
        {
            yield return node;
        }
    }

    private static IEnumerable<(double Depth, SceneNode Node)> Satellites(StyleCanvas c, Box main, ImmutableArray<PaintedElement> elements, StagingStyle staging, CancellationToken cancellation)
    {
        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 31));
        var side = Math.Max(main.Width, main.Height);
        var count = Math.Min(staging.Satellites, Ring.Length);
        for (var i = 0; i < count; i++)
        {
            var (angle, distance, size, depth) = Ring[i];
            var element = elements[elements.Length == 1 ? 0 : 1 + (i % (elements.Length - 1))];
            var content = ElementContent.Bounds(element.Image);
            var (sin, cos) = Math.SinCos((angle + random.Between(-9, 9)) * Math.PI / 180);
            var tall = side * size * random.Between(0.9, 1.12);
            var scale = tall / Math.Max(content.Width, content.Height);
            double w = content.Width * scale, h = content.Height * scale, ring = staging.Spread * distance;
            var box = new Box(main.CenterX + (cos * ring * Math.Max(main.Width, 0.8 * side)) - (w / 2), main.CenterY + (sin * ring * side * 0.86) - (h / 2), w, h);
            var turn = random.Between(-staging.Tilt, staging.Tilt);
            if (tall < 9 || !c.IsFree(box.Grow(0.08 * tall)) || box.Intersect(c.Size.Bounds).Area < 0.55 * box.Area)
            {
                continue;
            }

            var blur = depth < -0.9 ? tall * 0.035 : depth > 0.7 ? tall * 0.018 : 0;
            var place = Place(element.Image, box);
            yield return (depth, new ImageNode("satellite", element.For(place.Width, cancellation), place)
            {
                Rotation = turn,
                Blur = blur < 0.4 ? 0 : blur,
                Opacity = depth < -1.1 ? 0.88 : 1,
            });
        }
    }

    /// <summary>The destination of the whole image so that its visible part fills <paramref name="target"/>.</summary>
    private static Box Place(PixelImage image, Box target)
    {
        var content = ElementContent.Bounds(image);
        var scale = target.Width / content.Width;
        return new Box(target.X - (content.X * scale), target.Y - (content.Y * scale), image.Size.Width * scale, image.Size.Height * scale);
    }
}
