using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal sealed class PiggyBank(bool withCoin) : Solid
{
    public override Surface At(in Points points)
    {
        var (x, y, z) = points;
        var side = Abs(z);
        var s = new Surface(Body(x, y, z, side), Main);
        s.Add(Length(x - .59f, y - .21f, side - .28f) - .075f, Dark);
        s.Add(Length(x - .645f, y - .245f, side - .315f) - .026f, White); // glint in the eye
        s.Add(Length(x - .865f, y, side - .08f) - .042f, Dark);
        s.Add(Box(x, y - .59f, z, .24f, .03f, .04f, .01f), Dark);
        if (withCoin)
        {
            s.Add(Signs.LittleCoin(x, y - .80f, z, .31f, .055f), Trim);
        }

        return s;
    }

    private static Lanes Body(Lanes x, Lanes y, Lanes z, Lanes side)
    {
        var d = Ellipsoid(x, y, z, .76f, .60f, .58f);
        var snout = Length(Max(Length(y, z) - .17f, 0), Max(Abs(x - .72f) - .10f, 0)) - .045f;
        d = SmoothMin(d, snout, .09f);
        var leg = Length(Abs(x + .03f) - .37f, Max(Abs(y + .53f) - .14f, 0), side - .27f) - .15f;
        d = SmoothMin(d, leg, .09f);
        Lanes ex = x - .40f, ey = y - .52f;
        var ear = Ellipsoid((ex * .8f) + (ey * .6f), (-ex * .6f) + (ey * .8f), side - .31f, .10f, .20f, .14f);
        d = SmoothMin(d, ear, .05f);
        var tail = Length(Length(x + .82f, y - .12f) - .09f, z) - .037f;
        return SmoothMin(d, tail, .04f);
    }
}
