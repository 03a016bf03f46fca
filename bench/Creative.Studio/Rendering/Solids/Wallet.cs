using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal sealed class Wallet(bool withCard) : Solid
{
    public override Surface At(in Points points)
    {
        var (x, y, z) = points;
        var s = Leather(x, y, z);
        if (withCard)
        {
            AddCards(ref s, x, y, z);
        }
        else
        {
            AddBanknotes(ref s, x, y, z);
        }

        // Strap round the right edge, with its button.
        s.Add(SmoothMax(Extrude(Rectangle(x - .80f, y + .26f, .52f, .215f, .21f), z - .02f, .42f, .06f), x - 1.05f, .12f), Second);
        Lanes bx = x - .50f, by = y + .26f, ring = Abs(Length(bx, by) - .075f) - .012f;
        s.Add(SmoothMax(Disc(bx, by, z - .45f, .125f, .05f, .035f), -Max(ring, .48f - z), .012f), Trim);
        return s;
    }

    /// <summary>Two leaves, the front one with a dashed seam in a shallow groove.</summary>
    private static Surface Leather(Lanes x, Lanes y, Lanes z)
    {
        var low = y + .26f;
        var puff = Max(.06f - (.06f * ((x * x) + (low * low))), 0);
        Lanes front = Box(x, low, z - .14f, .98f, .60f, .18f, .14f) - puff, back = Box(x, y + .19f, z + .15f, .98f, .67f, .14f, .12f);
        var core = Box(x, y + .30f, z, .945f, .54f, .20f, .06f);
        var d = SmoothMin(SmoothMin(front, back, .03f), core, .05f);
        Lanes sx = Abs(x) - .86f, sy = Abs(low) - .48f, line = Abs(Rectangle(x, low, .86f, .48f, .06f));
        var along = (sx > sy).Select(low * (3.5f / .48f), x * (5.5f / .86f)); // gaps fall on the corners
        var dash = Abs(along - Round(along));
        var seam = z > .2f;
        d += seam.Select(.014f * SmoothStep(.04f, .015f, line), 0);
        var m = (front < Min(back, core)).Select(Main, Second);
        return new Surface(d, (seam & (line < .018f) & (dash < .31f)).Select(White, m));
    }

    private static void AddBanknotes(ref Surface s, Lanes x, Lanes y, Lanes z)
    {
        Lanes u = (.985f * x) + (.174f * y) + .10f, v = (-.174f * x) + (.985f * y);
        var printed = (Abs(Rectangle(u, v - .33f, .61f, .41f, .03f)) < .024f) | (Length(u, v - .56f) < .13f);
        s.Add(Box(u, v - .33f, z + .05f, .70f, .50f, .036f, .034f), printed.Select(White, Glass));
        (u, v) = ((.995f * x) - (.10f * y) - .10f, (.10f * x) + (.995f * y));
        printed = (Abs(Rectangle(u, v - .16f, .61f, .39f, .03f)) < .024f) | (Length(u, v - .40f) < .13f);
        s.Add(Box(u, v - .16f, z - .04f, .70f, .48f, .036f, .034f), printed.Select(Glass, White));
    }

    private static void AddCards(ref Surface s, Lanes x, Lanes y, Lanes z)
    {
        Lanes u = (.974f * x) + (.225f * y) + .04f, v = (-.225f * x) + (.974f * y);
        s.Add(Box(u, v - .41f, z + .05f, .64f, .46f, .042f, .04f), (Abs(v - .66f) < .07f).Select(Dark, White));
        (u, v) = ((.998f * x) - (.06f * y), (.06f * x) + (.998f * y));
        s.Add(Box(u - .06f, v - .16f, z - .045f, .64f, .50f, .042f, .04f), (Rectangle(u + .26f, v - .46f, .13f, .09f, .03f) < 0).Select(Trim, Glass));
    }
}
