using Creative.Core.Concepts;
using Creative.Studio.Imaging;

namespace Creative.Studio.Judging;

/// <summary>A picture beside the render it is compared with, at one size.</summary>
internal sealed class Pair
{
    public Pair(PixelPlanes picture, PixelPlanes render)
    {
        (Picture, Render, Size) = (picture, render, picture.Width);
        Inner = Planes.Extreme(render.A, Size, Size, 1, sign: -1);
        Outer = Planes.Extreme(render.A, Size, Size, 3);
        Area = Math.Max(1, render.A.Sum());
        (SeenLab, MeantLab) = (Lab(picture), Lab(render));
    }

    public PixelPlanes Picture { get; }

    public PixelPlanes Render { get; }

    public int Size { get; }

    /// <summary>The render's alpha, one pixel in from the outline.</summary>
    public float[] Inner { get; }

    /// <summary>The render's alpha, three pixels out.</summary>
    public float[] Outer { get; }

    /// <summary>Pixels that the render covers.</summary>
    public float Area { get; }

    public (float L, float A, float B)[] SeenLab { get; }

    public (float L, float A, float B)[] MeantLab { get; }

    /// <summary>Well inside the element in both.</summary>
    public bool IsSolid(int i) => Inner[i] > .95f && Picture.A[i] > .9f;

    private static (float L, float A, float B)[] Lab(PixelPlanes planes)
    {
        var lab = new (float, float, float)[planes.A.Length];
        for (var i = 0; i < lab.Length; i++)
        {
            if (planes.A[i] > .5f)
            {
                var one = Oklab.From(planes.ColourAt(i));
                lab[i] = ((float)one.L, (float)one.A, (float)one.B);
            }
        }

        return lab;
    }
}
