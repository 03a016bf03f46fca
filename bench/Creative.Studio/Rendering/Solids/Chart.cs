using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal sealed class Chart : Solid
{
    public override Surface At(in Points points)
    {
        var (x, y, z) = points;
        var s = new Surface(Box(x, y + .88f, z, 1.02f, .11f, .42f, .08f), White);
        s.Add(Extrude(Signs.RisingBars(x, y, -.80f, .63f, .235f, .46f, .33f, .06f), z, .26f, .06f), Main);
        // The arrow climbs along an arc of radius 2.28 about (−1.35, 2.13), heading 10 degrees up at first, 50 at the end.
        var arc = Abs(Length(x + 1.347f, y - 2.126f) - 2.28f) - .115f;
        Lanes u = (.643f * (x - .40f)) + (.766f * (y - .66f)), v = (-.766f * (x - .40f)) + (.643f * (y - .66f));
        var shaft = SmoothMax(arc, Max(u - .04f, (-.985f * (x + .95f)) - (.174f * (y + .12f))), .05f);
        s.Add(Extrude(Min(shaft, Signs.ArrowHead(u, v, .36f, .27f) - .075f), z, .15f, .065f), Trim);
        return s;
    }
}
