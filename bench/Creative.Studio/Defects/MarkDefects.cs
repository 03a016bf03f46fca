using Creative.Core.Imaging;
using Creative.Core.Numerics;

namespace Creative.Studio.Defects;

/// <summary>Things that do not belong: strokes like broken letters, specks, blobs.</summary>
internal static class MarkDefects
{
    /// <summary>Up to four signs of three to six strokes each, on the element or beside it.</summary>
    public static IEnumerable<Box> Strokes(FlawedPlanes flaws, float severity, SeededRandom random)
    {
        var cover = Math.Min(1, 1.5f * severity);
        var regions = new List<Box>();
        for (var sign = 0; sign < 1 + (int)(3.2f * severity); sign++)
        {
            var planes = flaws.Planes;
            if (flaws.Pick(random, i => planes.A[i] > .9f) is not var (cx, cy))
            {
                break;
            }

            // Dark on bright and bright on dark, or nobody would see it.
            var under = planes.ColourAt((cy * flaws.Size) + cx);
            var bright = (.2126 * under.R) + (.7152 * under.G) + (.0722 * under.B) > 110;
            var colour = bright ? new Colour(28, 24, 30) : new Colour(250, 248, 240);
            var (half, width) = ((float)random.Between(9, 15) * flaws.Unit, (float)random.Between(1.6, 2.4) * flaws.Unit);
            for (var stroke = 0; stroke < 3 + random.Below(4); stroke++)
            {
                float Spot(int centre) => centre + (half * (float)random.Between(-1, 1));
                Line(flaws, (Spot(cx), Spot(cy)), (Spot(cx), Spot(cy)), width / 2, colour, cover);
            }

            regions.Add(Inside(flaws, cx, cy, half + width));
        }

        return regions;
    }

    /// <summary>Up to thirty dots on the clear ground.</summary>
    public static IEnumerable<Box> Specks(FlawedPlanes flaws, float severity, SeededRandom random)
    {
        var regions = new List<Box>();
        var far = Far(flaws, 8);
        for (var speck = 0; speck < (int)MathF.Ceiling(30 * severity); speck++)
        {
            if (flaws.Pick(random, i => far[i]) is var (cx, cy))
            {
                var radius = (float)random.Between(.9, 2.2) * flaws.Unit;
                Line(flaws, (cx, cy), (cx, cy), radius, new Colour((byte)random.Below(256), (byte)random.Below(256), (byte)random.Below(256)), Math.Min(1, 1.5f * severity));
                regions.Add(Inside(flaws, cx, cy, radius + 1));
            }
        }

        return regions;
    }

    /// <summary>A piece of the element's colours where nothing should be.</summary>
    public static IEnumerable<Box> Blob(FlawedPlanes flaws, float severity, SeededRandom random)
    {
        var planes = flaws.Planes;
        var far = Far(flaws, 14);
        if (severity == 0 || flaws.Pick(random, i => planes.A[i] > .9f) is not var (sx, sy) || flaws.Pick(random, i => far[i]) is not var (cx, cy))
        {
            return [];
        }

        var radius = (4 + (10 * severity)) * flaws.Unit;
        var (tx, ty) = (cx + (radius * (float)random.Between(-1, 1)), cy + (radius * (float)random.Between(-1, 1)));
        Line(flaws, (cx, cy), (tx, ty), radius, planes.ColourAt((sy * flaws.Size) + sx), Math.Min(1, 1.5f * severity));
        return [Inside(flaws, cx, cy, 2 * radius)];
    }

    /// <summary>Places at least so many pixels of 256 from the element.</summary>
    private static bool[] Far(FlawedPlanes flaws, float pixels)
    {
        var near = Imaging.Planes.Extreme(flaws.Planes.A, flaws.Size, flaws.Size, (int)MathF.Ceiling(pixels * flaws.Unit));
        return [.. near.Select(alpha => alpha < .02f)];
    }

    private static void Line(FlawedPlanes flaws, (float X, float Y) from, (float X, float Y) to, float radius, Colour colour, float cover)
    {
        var (vx, vy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max((vx * vx) + (vy * vy), 1e-6f);
        var box = new Box(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Abs(vx) + 1, Math.Abs(vy) + 1).Grow(radius + 1);
        foreach (var (i, x, y) in flaws.In(box))
        {
            var h = Math.Clamp((((x - from.X) * vx) + ((y - from.Y) * vy)) / length, 0, 1);
            var (dx, dy) = (x - from.X - (h * vx), y - from.Y - (h * vy));
            var share = Math.Clamp(radius - MathF.Sqrt((dx * dx) + (dy * dy)) + .5f, 0, 1);
            if (share > 0)
            {
                flaws.Planes.Cover(i, colour, share * cover);
            }
        }
    }

    private static Box Inside(FlawedPlanes flaws, float cx, float cy, float half) =>
        new Box(cx - half, cy - half, 2 * half, 2 * half).Intersect(new Box(0, 0, flaws.Size, flaws.Size));
}
