using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal sealed class Trophy(bool withStar) : Solid
{
    public override Surface At(in Points points)
    {
        var (x, y, z) = points;
        Lanes r = Length(x, z), side = Abs(x);
        // Bowl: an ellipsoid cut flat at the top and hollowed, with a rolled lip.
        var bowl = Ellipsoid(r, y - .70f, 0, .60f, .98f, .60f);
        bowl = SmoothMax(SmoothMax(bowl, y - .80f, .04f), -bowl - .09f, .05f);
        var d = Min(bowl, Length(r - .565f, y - .80f) - .065f);
        var k = Length((side - .60f) * (1 / .36f), (y - .40f) * (1 / .29f));
        d = SmoothMin(d, Max(Length((k - 1) * .30f, z) - .075f, .50f - side), .05f); // handles
        var stem = Extrude(r - .10f - (.45f * (y + .44f) * (y + .44f)), y + .42f, .26f, .03f) * .9f;
        d = SmoothMin(d, stem, .06f);
        d = Min(d, Length(Max(r - .12f, 0), y + .34f) - .075f);
        var s = new Surface(SmoothMin(d, Extrude(r - .36f, y + .67f, .06f, .05f), .10f), Main);
        s.Add(Extrude(r - .52f + (.20f * (y + .98f)), y + .93f, .21f, .06f) * .95f, Second);
        s.Add(Box(x, y + .93f, z - .51f, .24f, .09f, .055f, .04f), Trim);
        if (withStar)
        {
            var star = SmoothMax(Signs.Star(x, y - .38f, .29f) - .045f, Abs(bowl) - .05f, .045f);
            s.Add(Max(star, -z) * .9f, Second);
        }

        return s;
    }
}
