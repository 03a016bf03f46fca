using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal enum CoinFace
{
    Yuan,
    SquareHole,
    Star,
}

internal sealed class Coin(CoinFace face) : Solid
{
    public override Surface At(in Points points)
    {
        var (x, y, z) = points;
        Lanes r = Length(x, y), depth = Abs(z);
        var d = Extrude(r - .90f, z, .135f, .05f);
        d = SmoothMax(d, -Max(r - .735f, .085f - depth), .03f); // sunk field inside the rim
        var m = (r < .725f).Select(Second, Main);
        switch (face)
        {
            case CoinFace.Yuan:
                return Raise(d, m, Max(Signs.Yuan(x, y) - .078f, depth - .135f), .025f);
            case CoinFace.SquareHole:
                d = SmoothMax(d, -Rectangle(x, y, .22f, .22f, .03f), .03f);
                return Raise(d, m, Max(Abs(Rectangle(x, y, .285f, .285f, .04f)) - .055f, depth - .13f), .03f);
            default:
                return Raise(d, m, Max(Signs.Star(x, y, .50f) - .03f, depth - .135f), .03f);
        }
    }

    private static Surface Raise(Lanes d, Lanes m, Lanes sign, float blend)
    {
        d = SmoothMin(d, sign, blend);
        return new Surface(d, (sign < d + .012f).Select(Main, m));
    }
}
