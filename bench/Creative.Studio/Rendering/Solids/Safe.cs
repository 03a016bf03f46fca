using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal sealed class Safe : Solid
{
    public override Surface At(in Points points)
    {
        var (x, y, z) = points;
        Lanes side = Abs(x), v = y - .06f, door = Rectangle(x, v, .66f, .64f, .12f);
        var body = Box(x, v, z, .90f, .88f, .76f, .17f);
        var s = new Surface(SmoothMax(body, -Max(door, .68f - z), .03f), Main);
        s.Add(Box(side - .56f, y + .90f, Abs(z) - .42f, .19f, .16f, .19f, .07f), Dark); // feet
        s.Add(Extrude(door + .035f, z - .70f, .10f, .06f), Second);
        s.Add(Length(x + .70f, Max(Abs(Abs(v) - .34f) - .10f, 0), z - .77f) - .07f, Trim); // hinges
        AddDial(ref s, x, v, z);
        return s;
    }

    /// <summary>Plate with ticks, ring, hand wheel with three spokes.</summary>
    private static void AddDial(ref Surface s, Lanes x, Lanes y, Lanes z)
    {
        Lanes r = Length(x, y), a = Max(Abs(x), Abs(y)), b = Min(Abs(x), Abs(y));
        var tick = Min(b, (a - b) * .7071f);
        s.Add(Disc(x, y, z - .80f, .40f, .05f, .03f), ((tick < .022f) & (r > .25f)).Select(Dark, White));
        s.Add(Length(r - .39f, z - .82f) - .055f, Trim);
        var (wx, wy) = FoldInThree(x, y);
        var spoke = Length(wx, wy - Clamp(wy, 0, .30f), z - .95f) - .052f;
        spoke = Min(spoke, Length(wx, wy - .32f, z - .96f) - .088f);
        s.Add(SmoothMin(spoke, Disc(x, y, z - .90f, .13f, .12f, .05f), .04f), Trim);
    }
}
