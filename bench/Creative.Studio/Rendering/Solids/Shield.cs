using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal sealed class Shield(bool keyhole) : Solid
{
    public override Surface At(in Points points)
    {
        var (x, y, z) = points;
        Lanes outline = Outline(x, y), bulge = Max(.10f - (.12f * ((x * x) + (.5f * y * y))), 0) * .6f;
        var d = Extrude(outline, z, .14f, .055f);
        var s = new Surface(SmoothMax(d, -Max(outline + .12f, .09f - z), .02f), Trim);
        s.Add(SmoothMax(outline + .145f, Abs(z) - .09f - bulge, .05f), (x > 0).Select(Main, Second));
        s.Add(SmoothMax(keyhole ? Keyhole(x, y) : CheckMark(x, y), Abs(z - .12f) - .095f, .035f), White);
        return s;
    }

    private static Lanes CheckMark(Lanes x, Lanes y) =>
        Min(Segment(x, y, -.27f, .06f, -.06f, -.17f), Segment(x, y, -.06f, -.17f, .31f, .28f)) - .088f;

    private static Lanes Keyhole(Lanes x, Lanes y) =>
        Min(Length(x, y - .13f) - .17f, Max(Abs(x) - .07f + (.13f * (y + .1f)), Abs(y + .12f) - .23f));

    private static Lanes Outline(Lanes x, Lanes y)
    {
        Lanes side = Abs(x), lower = Length(side + .55f, y - .2f) - 1.22f, upper = side - .67f;
        return SmoothMax((y > .2f).Select(upper, lower), y - .76f - (.10f * Abs(side - .33f)), .08f);
    }
}
