using System.Runtime.CompilerServices;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering;

/// <summary>
/// Signed distances to simple shapes, negative inside (after Inigo Quilez, "Distance functions", iquilezles.org).
/// Lengths are in object units; a whole element fits into a ball of radius <see cref="Camera.Bound"/>.
/// </summary>
internal static class Distances
{
    /// <summary>Polynomial smooth minimum; <paramref name="k"/> is the radius of the blend.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes SmoothMin(Lanes a, Lanes b, float k)
    {
        var h = Max(k - Abs(a - b), 0) * (1 / k);
        return Min(a, b) - (h * h * (k * .25f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes SmoothMax(Lanes a, Lanes b, float k)
    {
        var h = Max(k - Abs(a - b), 0) * (1 / k);
        return Max(a, b) + (h * h * (k * .25f));
    }

    /// <summary>A box of half sides b, edges rounded by r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Box(Lanes x, Lanes y, Lanes z, float bx, float by, float bz, float r)
    {
        Lanes qx = Abs(x) - (bx - r), qy = Abs(y) - (by - r), qz = Abs(z) - (bz - r);
        return Length(Max(qx, 0), Max(qy, 0), Max(qz, 0)) + Min(Max(qx, Max(qy, qz)), 0) - r;
    }

    /// <summary>A rectangle in the plane, half sides b, corners rounded by r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Rectangle(Lanes x, Lanes y, float bx, float by, float r)
    {
        Lanes qx = Abs(x) - (bx - r), qy = Abs(y) - (by - r);
        return Length(Max(qx, 0), Max(qy, 0)) + Min(Max(qx, qy), 0) - r;
    }

    /// <summary>A flat shape, given by its distance in the plane, extruded to ±h, edges rounded by r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Extrude(Lanes flat, Lanes z, float h, float r)
    {
        Lanes a = flat + r, b = Abs(z) - (h - r);
        return Length(Max(a, 0), Max(b, 0)) + Min(Max(a, b), 0) - r;
    }

    /// <summary>A flat shape that stands out of the plane z = <paramref name="floor"/> by h.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Raise(Lanes flat, Lanes z, float floor, float h, float r) => Extrude(flat, z - floor, h, r);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Disc(Lanes x, Lanes y, Lanes z, float radius, float h, float r) => Extrude(Length(x, y) - radius, z, h, r);

    /// <summary>An ellipsoid of half axes a, b, c; a bound of the distance, exact near the surface.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Ellipsoid(Lanes x, Lanes y, Lanes z, float a, float b, float c)
    {
        Lanes k0 = Length(x * (1 / a), y * (1 / b), z * (1 / c));
        Lanes k1 = Length(x * (1 / (a * a)), y * (1 / (b * b)), z * (1 / (c * c)));
        return k0 * (k0 - 1) / Max(k1, 1e-4f);
    }

    /// <summary>The line from a to b in the plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Segment(Lanes x, Lanes y, float ax, float ay, float bx, float by)
    {
        float vx = bx - ax, vy = by - ay;
        Lanes px = x - ax, py = y - ay;
        var h = Clamp(((px * vx) + (py * vy)) * (1 / ((vx * vx) + (vy * vy))), 0, 1);
        return Length(px - (h * vx), py - (h * vy));
    }

    /// <summary>A solid of revolution between two arcs: half width w, tips at ±h, rounded by k.</summary>
    /// <param name="r">Distance from the axis.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes Spindle(Lanes r, Lanes y, float w, float h, float k)
    {
        float a = ((h * h) - (w * w)) / (2 * w), c = a + w;
        return SmoothMax(Length(r + a, y) - c, Length(r - a, y) - c, k);
    }

    /// <summary>Folds the plane so that three spokes 120° apart, one of them along +y, all come to lie along +y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Lanes X, Lanes Y) FoldInThree(Lanes x, Lanes y)
    {
        x = Abs(x);
        var t = 2 * Max((.5f * x) - (.8660254f * y), 0);
        return (x - (.5f * t), y + (.8660254f * t));
    }
}
