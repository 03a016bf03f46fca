using System.Collections.Immutable;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Numerics;

namespace Creative.Core.Composition;

/// <summary>Smaller elements on a ring around the main one.</summary>
internal static class Satellites
{
    private const double SmallestPixels = 9;

    // What is cut by more than this is left out; what is cut by less is moved in, since a cut coin looks like an accident.
    private const double LeastVisible = 0.6;

    // Air to the edge of the canvas, over its short side.
    private const double EdgeAir = 0.015;

    // Of a satellite before the main element, how much may lie on it, and how small it gets for that.
    private const double MostHidden = 0.24;
    private const double Smaller = 0.74;

    // Angles (degrees, 0 right, clockwise), distance and size of satellites relative to the main element, and depth.
    // Chosen by eye for an uneven, falling rhythm.
    private static readonly (double Angle, double Distance, double Size, double Depth)[] Places =
    [
        (-148, 1.00, 0.34, -0.6), (24, 1.02, 0.40, 0.5), (-38, 1.10, 0.27, -1.0), (160, 0.98, 0.30, 0.8),
        (-96, 1.12, 0.22, -1.4), (-12, 1.34, 0.20, -1.2), (-168, 1.38, 0.19, -1.5),
    ];

    public static IEnumerable<Satellite> Ring(StyleCanvas c, Box main, ImmutableArray<PaintedElement> elements, StagingStyle staging)
    {
        var random = new SeededRandom(SeededRandom.Derive(c.Seed, 31));
        var side = Math.Max(main.Width, main.Height);
        for (var i = 0; i < Math.Min(staging.Satellites, Places.Length); i++)
        {
            var (angle, distance, size, depth) = Places[i];
            var element = Choose(elements, i);
            var (sin, cos) = Math.SinCos((angle + random.Between(-9, 9)) * Math.PI / 180);
            var tall = side * size * random.Between(0.9, 1.12);
            var ring = staging.Spread * distance;
            var box = Around(element, main.CenterX + (cos * ring * Math.Max(main.Width, 0.8 * side)), main.CenterY + (sin * ring * side * 0.86), tall);
            var turn = random.Between(-staging.Tilt, staging.Tilt);
            // One that would hide much of the main element is tried smaller; then it is left out.
            double[] sizes = depth < 0 ? [1] : [1, Smaller];
            var places = sizes.Select(share => Inside(c, Around(element, box.CenterX, box.CenterY, share * tall), share * tall)).OfType<Box>();
            if (places.Where(p => depth < 0 || p.Intersect(main).Area <= MostHidden * p.Area).Select(p => (Box?)p).FirstOrDefault() is { } place)
            {
                yield return new Satellite(element, place, depth, turn);
            }
        }
    }

    public static PaintedElement Choose(ImmutableArray<PaintedElement> elements, int index) =>
        elements[elements.Length == 1 ? 0 : 1 + (index % (elements.Length - 1))];

    public static Box Around(PaintedElement element, double x, double y, double tall)
    {
        var content = ElementContent.Bounds(element.Image);
        var scale = tall / Math.Max(content.Width, content.Height);
        return new Box(x - (content.Width * scale / 2), y - (content.Height * scale / 2), content.Width * scale, content.Height * scale);
    }

    /// <summary>The box moved into the canvas; null where it is too small, would have to move far, or would cover words.</summary>
    public static Box? Inside(StyleCanvas c, Box box, double tall)
    {
        var air = EdgeAir * c.Size.ShortSide;
        var moved = box.MoveBy(
            Math.Max(0, air - box.X) - Math.Max(0, box.Right - (c.Size.Width - air)),
            Math.Max(0, air - box.Y) - Math.Max(0, box.Bottom - (c.Size.Height - air)));
        return tall >= SmallestPixels && box.Intersect(c.Size.Bounds).Area >= LeastVisible * box.Area && c.IsFree(moved.Grow(0.08 * tall)) ? moved : null;
    }
}
