using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal sealed class CouponTicket(bool yuan) : Solid
{
    public override Surface At(in Points points)
    {
        var (x, y, z) = points;
        z += .13f * x * (1 - (x * x)); // paper is never quite flat
        var outline = Rectangle(x, y, 1.10f, .74f, .13f);
        outline = SmoothMax(outline, .20f - Length(Abs(x) - 1.10f, y), .05f);
        var s = new Surface(Extrude(outline, z, .10f, .05f), Trim);
        s.Add(Extrude(outline + .075f, z, .125f, .04f), (x > .46f).Select(WarmAccent, Main));
        var dash = Abs(Abs(y) - .32f) - .16f;
        s.Add(Raise(Rectangle(x - .46f, dash, .032f, .095f, .032f), z, .125f, .035f, .02f), White);
        var u = x + .32f;
        var sign = yuan
            ? (Signs.Yuan(u * .88f, y * .88f) * 1.136f) - .095f
            : (Signs.Percent(u * .8f, y * .8f) * 1.25f) - .09f;
        s.Add(Raise(sign, z, .125f, .075f, .035f), White);
        s.Distance *= .94f;
        return s;
    }
}
