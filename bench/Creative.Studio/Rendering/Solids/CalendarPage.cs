using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal sealed class CalendarPage(bool checkMark) : Solid
{
    public override Surface At(in Points points)
    {
        var (x, y, z) = points;
        var s = new Surface(Box(x, y, z + .07f, .82f, .82f, .12f, .10f), Second);
        s.Add(Box(x, y + .09f, z - .03f, .75f, .66f, .12f, .07f), White);
        s.Add(Box(x, y - .56f, z - .02f, .82f, .26f, .19f, .10f), Main);
        s.Add(Length(Length(y - .78f, z - .04f) - .235f, Abs(x) - .38f) - .068f, Trim); // rings
        var page = y + .25f;
        if (checkMark)
        {
            var mark = Min(Segment(x, page, -.38f, .04f, -.10f, -.25f), Segment(x, page, -.10f, -.25f, .42f, .29f)) - .13f;
            s.Add(Raise(mark, z, .15f, .11f, .05f), Main);
            return s;
        }

        Lanes ax = Abs(Abs(x) - .34f) - .17f, ay = Abs(page), row = (ay > .15f).Select(ay - .30f, ay);
        var today = (x > 0) & (x < .34f) & (ay < .15f);
        s.Add(Raise(Rectangle(ax, row, .122f, .105f, .04f), z, .15f, .075f, .035f), today.Select(WarmAccent, Main));
        return s;
    }
}
