using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal sealed class RedPacket(bool withCoins) : Solid
{
    public override Surface At(in Points points)
    {
        var (x, y, z) = points;
        y = withCoins ? y + .20f : y;
        var s = new Surface(Box(x, y, z, .64f, .86f, .085f, .06f), Main);
        var arc = Length(x, y - 1.26f) - .93f; // the flap ends in an arc
        s.Add(SmoothMax(Box(x, y, z - .025f, .64f, .86f, .095f, .06f), arc, .03f), Second);
        s.Add(Max(Max(Abs(arc) - .022f, Rectangle(x, y, .618f, .84f, .05f)), Abs(z - .105f) - .022f), Trim);
        s.Add(Seal(x, y - .335f, z), Trim);
        if (withCoins)
        {
            s.Add(Signs.LittleCoin(x - .22f, y - .92f, z + .03f, .36f, .045f), Trim);
            s.Add(Signs.LittleCoin(x + .26f, y - .84f, z + .01f, .32f, .045f), Trim);
        }

        return s;
    }

    private static Lanes Seal(Lanes x, Lanes y, Lanes z)
    {
        var seal = Disc(x, y, z - .12f, .235f, .055f, .025f);
        seal = SmoothMax(seal, -Max(Abs(Length(x, y) - .17f) - .014f, .16f - z), .01f);
        return SmoothMax(seal, -Max(Rectangle(x, y, .075f, .075f, .01f), .15f - z), .012f);
    }
}
