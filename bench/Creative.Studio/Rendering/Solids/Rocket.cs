using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal sealed class Rocket : Solid
{
    public override Surface At(in Points points)
    {
        var z = points.Z;
        Lanes x = (.866f * points.X) - (.5f * points.Y), y = (.5f * points.X) + (.866f * points.Y) - .16f; // leans to the right
        Lanes r = Length(x, z), hull = Spindle(r, y - .08f, .52f, 1.08f, .20f);
        var s = new Surface(SmoothMax(hull, -.56f - y, .08f), (y > .52f).Select(Main, White));
        s.Add(SmoothMax(hull - .028f, Abs(y - .52f) - .05f, .03f), Trim);
        var (fx, fz) = FoldInThree(x, -z);
        var over = Max(fz - .6f, 0);
        var fin = Rectangle(fz - .54f, y + .44f + (.62f * (fz - .46f)) + (.5f * over * over), .35f, .28f, .17f) * .8f;
        s.Add(Extrude(fin, fx, .10f, .085f), Main);
        s.Add(Extrude(r - .30f + (.30f * (y + .60f)), y + .60f, .10f, .05f), Dark);
        s.Add(Length(Length(x, y - .14f) - .205f, z - .475f) - .062f, Trim);
        s.Add(Length(x, y - .14f, z - .32f) - .23f, Glass);
        s.Add(SmoothMin(Spindle(r, y + .90f, .27f, .62f, .05f), Spindle(Length(fx, fz - .16f), y + .80f, .16f, .36f, .05f), .10f), WarmAccent);
        return s;
    }
}
