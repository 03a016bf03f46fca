using static Creative.Studio.Rendering.Distances;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering.Solids;

internal sealed class GoldBars(bool single) : Solid
{
    public override Surface At(in Points points)
    {
        var (x, y, z) = points;
        return new Surface(
            single
                ? Bar(x, y, z, .54f, .29f, .95f)
                : Min(Bar(x, y - .23f, z, .42f, .21f, .74f), Bar(Abs(x) - .45f, y + .23f, z, .42f, .21f, .74f)),
            Main);
    }

    /// <summary>A bar that narrows upwards, with a sunk field on top.</summary>
    private static Lanes Bar(Lanes x, Lanes y, Lanes z, float w, float h, float l)
    {
        var narrow = .42f * (y + h) * .5f;
        Lanes dx = (Abs(x) - (w - narrow)) * .92f, dz = (Abs(z) - (l - narrow)) * .92f;
        var d = SmoothMax(SmoothMax(dx, dz, .06f), Abs(y) - h, .06f);
        return SmoothMax(d, -Max(Rectangle(x, z, w * .46f, l * .60f, .05f), h - .035f - y), .03f);
    }
}
