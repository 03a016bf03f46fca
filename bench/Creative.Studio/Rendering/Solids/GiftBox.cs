using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal sealed class GiftBox(bool doubleBow) : Solid
{
    public override Surface At(in Points points)
    {
        const float Width = .13f;
        var (x, y, z) = points;
        var s = new Surface(Box(x, y + .3f, z, .62f, .48f, .62f, .05f), Main);
        s.Add(Box(x, y - .22f, z, .70f, .155f, .70f, .05f), Second);
        var ribbon = Min(Box(x, y + .3f, z, Width, .485f, .645f, .015f), Box(x, y + .3f, z, .645f, .485f, Width, .015f));
        ribbon = Min(ribbon, Min(Box(x, y - .22f, z, Width, .18f, .725f, .015f), Box(x, y - .22f, z, .725f, .18f, Width, .015f)));
        s.Add(ribbon, Trim);
        var bow = SmoothMin(Loops(x, y, z), Ellipsoid(x, y - .47f, z, .14f, .12f, .16f), .05f);
        s.Add((doubleBow ? SmoothMin(bow, Loops(z, y, x), .05f) : bow) * .8f, Trim);
        return s;
    }

    /// <summary>One pair of bow loops across x.</summary>
    private static Lanes Loops(Lanes x, Lanes y, Lanes z)
    {
        Lanes side = Abs(x), qx = side - .29f, qy = y - .59f;
        Lanes u = (.848f * qx) + (.53f * qy), v = (-.53f * qx) + (.848f * qy);
        var k = Length(u * (1 / .28f), v * (1 / .165f));
        return SmoothMax(Abs((k - 1) * .16f) - .032f, Abs(z) - .135f + (.04f * side), .03f);
    }
}
