using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal sealed class Phone(bool yuan) : Solid
{
    public override Surface At(in Points points)
    {
        var (x, y, z) = points;
        var s = new Surface(Extrude(Rectangle(x, y, .66f, 1.12f, .20f), z, .14f, .07f), Main);
        s.Add(Extrude(Rectangle(x, y, .565f, 1.025f, .13f), z - .03f, .13f, .02f), White);
        s.Add(Raise(Rectangle(x, y - .89f, .16f, .05f, .05f), z, .15f, .03f, .02f), Dark);
        if (yuan)
        {
            AddCoin(ref s, x, y, z);
        }
        else
        {
            AddChart(ref s, x, y, z);
        }

        return s;
    }

    private static void AddChart(ref Surface s, Lanes x, Lanes y, Lanes z)
    {
        s.Add(Raise(Signs.RisingBars(x, y, -.84f, .345f, .13f, .42f, .22f, .045f), z, .16f, .16f, .045f), Main);
        Lanes u = (.80f * x) + (.60f * (y - .40f)), v = (-.60f * x) + (.80f * (y - .40f));
        var arrow = Min(Rectangle(u + .10f, v, .38f, .095f, .06f), Signs.ArrowHead(u - .14f, v, .31f, .235f) - .055f);
        s.Add(Raise(arrow, z, .16f, .16f, .05f), WarmAccent);
    }

    private static void AddCoin(ref Surface s, Lanes x, Lanes y, Lanes z)
    {
        s.Add(Raise(Rectangle(x, y + .66f, .38f, .125f, .125f), z, .16f, .08f, .045f), Main);
        Lanes cy = y - .16f, cz = z - .38f;
        var coin = Disc(x, cy, cz, .56f, .12f, .045f);
        coin = SmoothMax(coin, -Max(Length(x, cy) - .445f, .075f - cz), .02f);
        s.Add(Min(coin, Raise((Signs.Yuan(x * 1.42f, cy * 1.42f) * .70f) - .07f, cz, .075f, .045f, .02f)), Trim);
    }
}
