using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal sealed class BankCard : Solid
{
    public override Surface At(in Points points)
    {
        var z = points.Z;
        Lanes x = (.978f * points.X) - (.208f * points.Y), y = (.208f * points.X) + (.978f * points.Y); // held at a slant of 12 degrees
        var outline = Rectangle(x, y, 1.12f, .72f, .15f);
        var band = Abs((.80f * x) + (.60f * y) - .62f) < .22f;
        var s = new Surface(Extrude(outline, z, .085f, .05f), band.Select(Second, Main));
        Lanes cx = x + .62f, cy = y - .10f, chip = Rectangle(cx, cy, .235f, .185f, .06f);
        var groove = Min(Abs(Abs(cy) - .065f), Abs(Rectangle(cx, cy, .09f, .5f, .02f))) - .012f;
        s.Add(SmoothMax(Raise(chip, z, .085f, .05f, .03f), -Max(groove, .11f - z), .015f), Trim);
        Lanes wx = x + .27f, wave = Abs(Abs(Length(wx, cy) - .24f) - .09f) - .036f;
        s.Add(Raise(SmoothMax(wave, (Abs(cy) - (.85f * wx)) * .76f, .03f), z, .085f, .04f, .02f), White);
        var group = Abs(Abs(x) - .41f) - .205f;
        s.Add(Raise(Rectangle(group, y + .42f, .15f, .055f, .05f), z, .085f, .045f, .025f), White);
        return s;
    }
}
