using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

/// <summary>Flat signs and small parts that several solids wear.</summary>
internal static class Signs
{
    /// <summary>The strokes of ¥, without width, from −0.46 to 0.44.</summary>
    public static Lanes Yuan(Lanes x, Lanes y)
    {
        var side = Abs(x);
        var d = Segment(side, y, 0, .04f, .26f, .44f);
        d = Min(d, Segment(x, y, 0, .04f, 0, -.46f));
        d = Min(d, Segment(side, y, 0, -.02f, .25f, -.02f));
        return Min(d, Segment(side, y, 0, -.22f, .25f, -.22f));
    }

    /// <summary>A five-pointed star, inner ratio of the classic pentagram.</summary>
    public static Lanes Star(Lanes x, Lanes y, float radius)
    {
        const float Kx = .809016994f, Ky = -.587785252f;
        const float Bx = .5f * -Ky, By = (.5f * Kx) - 1;
        var length = MathF.Sqrt((Bx * Bx) + (By * By));
        var side = Abs(x);
        var t = 2 * Max((Kx * side) + (Ky * y), 0);
        (side, y) = (side - (t * Kx), y - (t * Ky));
        t = 2 * Max((-Kx * side) + (Ky * y), 0);
        (side, y) = (side + (t * Kx), y - (t * Ky));
        (side, y) = (Abs(side), y - radius);
        var h = Clamp(((side * Bx) + (y * By)) * (1 / (length * length)), 0, radius / length);
        var d = Length(side - (h * Bx), y - (h * By));
        return ((y * Bx) - (side * By) < 0).Select(-d, d);
    }

    /// <summary>A small coin with a rim, face along z.</summary>
    public static Lanes LittleCoin(Lanes x, Lanes y, Lanes z, float radius, float h)
    {
        var coin = Disc(x, y, z, radius, h, .02f);
        return SmoothMax(coin, -Max(Length(x, y) - (radius * .76f), (h * .62f) - Abs(z)), .02f);
    }

    /// <summary>Without width, 0.9 high; point-symmetric about the origin, so that one ring stands for both.</summary>
    public static Lanes Percent(Lanes x, Lanes y)
    {
        var side = (y > x).Select(1, -1);
        var ring = Abs(Length((x * side) + .215f, (y * side) - .235f) - .125f);
        return Min(ring, Segment(x, y, -.20f, -.36f, .20f, .36f));
    }

    /// <summary>A triangle with its base on u = 0 from v = −w to w and its tip at u = length.</summary>
    public static Lanes ArrowHead(Lanes u, Lanes v, float length, float w)
    {
        Lanes across = Abs(v), side = (across * length) + (u * w) - (length * w);
        var d = Min(Segment(u, across, 0, w, length, 0), Segment(u, across, 0, 0, 0, w));
        return ((u > 0) & (side < 0)).Select(-d, d);
    }

    /// <summary>Three rising bars, the middle one at x = 0.</summary>
    /// <param name="floor">Height of their feet.</param>
    /// <param name="a">Half width of each.</param>
    /// <param name="low">Height of the first; each is higher by <paramref name="step"/>.</param>
    public static Lanes RisingBars(Lanes x, Lanes y, float floor, float pitch, float a, float low, float step, float r)
    {
        Lanes d = 9;
        for (var i = 0; i < 3; i++)
        {
            var half = (low + (step * i)) * .5f;
            d = Min(d, Rectangle(x - (pitch * (i - 1)), y - (floor + half), a, half, r));
        }

        return d;
    }
}
