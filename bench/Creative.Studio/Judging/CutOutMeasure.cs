using Creative.Studio.Imaging;

namespace Creative.Studio.Judging;

/// <summary>Whether the element is solid inside and the ground clear, and how sharp it is.</summary>
/// <param name="Holes">Missing alpha well inside, for each pixel of the element.</param>
/// <param name="Veil">Mean faint alpha in the ring around the element where nothing should be.</param>
internal sealed record CutOutMeasure(double Holes, double Veil)
{
    /// <summary>More than this is a thing and not a veil.</summary>
    private const float Thing = .6f;

    public static CutOutMeasure Of(Pair pair)
    {
        var size = pair.Size;
        float[] core = Planes.Extreme(pair.Render.A, size, size, 3, sign: -1), ring = Planes.Extreme(pair.Render.A, size, size, 8);
        var near = Planes.Extreme(pair.Render.A, size, size, 2);
        var (holes, veil, around) = (0.0, 0.0, 0);
        for (var i = 0; i < core.Length; i++)
        {
            holes += core[i] > .98f ? 1 - pair.Picture.A[i] : 0;
            if (near[i] < .02f && ring[i] > .02f)
            {
                around++;
                veil += pair.Picture.A[i] < Thing ? pair.Picture.A[i] : 0;
            }
        }

        return new CutOutMeasure(holes / pair.Area, veil / Math.Max(around, 1));
    }

    /// <summary>
    /// Fine detail of luma (what a 3 × 3 mean takes away) where the render has some, over the render's: 1 is as sharp.
    /// </summary>
    public static double Sharpness(PixelPlanes picture, PixelPlanes render)
    {
        var size = picture.Width;
        float[] seen = Detail(picture), meant = Detail(render);
        var where = Planes.Extreme(meant, size, size, 2);
        var (ours, theirs) = (0.0, 1e-6);
        for (var i = 0; i < seen.Length; i++)
        {
            if (where[i] > .02f)
            {
                ours += seen[i];
                theirs += meant[i];
            }
        }

        return ours / theirs;
    }

    private static float[] Detail(PixelPlanes planes)
    {
        var luma = planes.Luma();
        var smooth = Planes.Mean(luma, planes.Width, planes.Height, 1);
        for (var i = 0; i < luma.Length; i++)
        {
            luma[i] = Math.Abs(luma[i] - smooth[i]);
        }

        return luma;
    }
}
